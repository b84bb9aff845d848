/** A cell that asks. */
export const prompt = {
  name: 'prompt',
  async run(student) {
    const notebook = await student.notebook();
    const cell = await notebook.begin('var name = IO.readln("Your name? ");\n"Hello " + name');
    const field = cell.output.locator('input.jp-Stdin-input');
    await field.waitFor();
    student.check('the question is shown', /Your name\?/.test(await cell.text()), await cell.text());
    await student.picture('asked');
    await field.fill('Ada');
    await field.press('Enter');
    await cell.done();
    student.check('the cell goes on with the answer', /Hello Ada/.test(await cell.text()), await cell.text());
    await student.picture();
  }
};
