/** What was shown is replaced where it stands. */
export const update = {
  name: 'update',
  async run(student) {
    const notebook = await student.notebook();
    const shown = await notebook.run('var place = display("first");');
    student.check('a value is displayed', /first/.test(await shown.text()), await shown.text());
    const updating = await notebook.run('updateDisplay(place, "second");');
    const text = await shown.text();
    student.check('it is replaced in place', /second/.test(text) && !/first/.test(text), text);
    student.check('there is one output, and none elsewhere', (await shown.outputs.count()) === 1 && (await updating.outputs.count()) === 0);

    const growing = await notebook.begin(
      [
        'var curve = chart("loss").x("step").show();',
        'for (int i = 1; i <= 30; i++) {',
        '    curve.add(i, 1.0 / i);',
        '    Thread.sleep(100);',
        '}'
      ].join('\n')
    );
    await growing.image().seen();
    const pictures = new Set();
    while (/\*/.test(await growing.prompt.innerText())) {
      pictures.add(await growing.image().node.getAttribute('src'));
      await student.page.waitForTimeout(100);
    }
    await growing.done();
    student.check('a curve grows while the cell runs', pictures.size >= 5, `${pictures.size} pictures`);
    student.check('in one place', (await growing.output.locator('img').count()) === 1);
    await student.picture();
  }
};
