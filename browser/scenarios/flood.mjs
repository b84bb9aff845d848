const LINES = 100_000;

/** A loop that prints too much. */
export const flood = {
  name: 'flood',
  async run(student) {
    const notebook = await student.notebook();
    const start = Date.now();
    const cell = await notebook.run(`for (int i = 1; i <= ${LINES}; i++) System.out.println("line " + i);`);
    const printed = (Date.now() - start) / 1000;
    const again = Date.now();
    const after = await notebook.run('1 + 1');
    const answered = (Date.now() - again) / 1000;
    student.check('the next cell answers', /2$/.test(await after.text()), `printed in ${printed} s, then ${answered} s`);
    const seen = await cell.output.evaluate(node => [node.textContent.length, node.textContent.slice(-60)]);
    student.check('what was printed is there', seen[0] > 1000, `${seen[0]} characters, ending ${seen[1]}`);
    const clicked = Date.now();
    await after.editor.click();
    const responds = Date.now() - clicked;
    student.check('the page still answers to a click', responds < 5000, `${responds} ms`);
    await student.picture();
  }
};
