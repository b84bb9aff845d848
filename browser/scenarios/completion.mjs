/** Tab lists what an object can do. */
export const completion = {
  name: 'completion',
  async run(student) {
    const notebook = await student.notebook();
    const { page } = student;
    await notebook.run('var word = "abc";');
    const cell = await notebook.last();
    const list = page.locator('.jp-Completer:visible');
    const items = async () => {
      await list.locator('.jp-Completer-item').first().waitFor();
      return list.locator('.jp-Completer-match').allInnerTexts();
    };

    await cell.editor.click();
    await page.keyboard.type('word.');
    await page.keyboard.press('Tab');
    const members = await items();
    student.check(
      'Tab lists the members of a String',
      ['charAt', 'length', 'strip'].every(name => members.some(item => item.startsWith(name))),
      `${members.length}: ${members.slice(0, 6).join(', ')}`
    );
    await student.picture('members');

    await page.keyboard.press('Escape');
    await page.keyboard.type('toUpper');
    await page.keyboard.press('Tab');
    // One name alone may be put in at once, or offered.
    await page.waitForTimeout(1000);
    if (await list.isVisible()) {
      await page.keyboard.press('Enter');
      await list.waitFor({ state: 'hidden' });
    }
    const source = await cell.source();
    student.check('a name that was begun is completed', source.startsWith('word.toUpperCase'), source);

    await page.keyboard.press('Control+a');
    await page.keyboard.type('rel');
    await page.keyboard.press('Tab');
    const offered = (await items()).join(', ');
    student.check('names of the library are completed', /relu/.test(offered), offered);
    await student.picture('library');
  }
};
