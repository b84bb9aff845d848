import { Notebook } from '../notebook.mjs';

/** From the launcher to the first number. */
export const firstCell = {
  name: 'first-cell',
  async run(student) {
    const { page } = student;
    await student.visit('/lab');
    const card = page.locator('.jp-LauncherCard[data-category="Notebook"][title*="Lectern"]');
    await card.waitFor();
    const logo = card.locator('img');
    const size = await logo.evaluate(image => image.decode().then(() => [image.naturalWidth, image.clientWidth]));
    student.check('the launcher shows the logo of the kernel', size[0] >= size[1] && size[1] > 0, `${size} px`);
    await student.picture('launcher');

    await card.click();
    const notebook = await new Notebook(page).ready();
    const cell = await notebook.last();
    await cell.editor.click();
    await page.keyboard.type('1 + 1');
    await page.keyboard.press('Shift+Enter');
    await cell.done();
    student.check('1 + 1 gives 2', (await cell.text()).endsWith('2'), await cell.text());
    const coloured = await notebook.run('var text = "abc"; // a comment');
    const colours = await coloured.editor
      .locator('span')
      .evaluateAll(spans => [...new Set(spans.map(span => getComputedStyle(span).color))]);
    student.check('Java is highlighted in colours', colours.length >= 3, colours.join(' '));
    await student.picture();
  }
};
