/** The button with the square, on a loop that never ends. */
export const stop = {
  name: 'stop',
  async run(student) {
    const notebook = await student.notebook();
    await notebook.run('int kept = 41;');
    const endless = await notebook.begin('while (true) {}');
    await endless.begun();
    await student.page.waitForTimeout(1000);
    const start = Date.now();
    await notebook.press('notebook:interrupt-kernel');
    await endless.done();
    const seconds = (Date.now() - start) / 1000;
    student.check('an endless loop stops within 2 s', seconds <= 2, `${seconds.toFixed(2)} s`);
    student.check('the cell says that it was stopped', /interrupt|stopped/i.test(await endless.text()), await endless.text());
    const after = await notebook.run('kept + 1');
    student.check('variables are kept', (await after.text()).endsWith('42'), await after.text());
    await student.picture();
  }
};
