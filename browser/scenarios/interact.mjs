import { Notebook } from '../notebook.mjs';

const CELL = 'interact(slider("k", 1, 20), k -> chart("wave").title("k = " + k)\n' +
  '    .line("wave", IntStream.range(0, 100).mapToDouble(i -> Math.sin(k * i / 50.0)).toArray()));';

/** A picture follows a slider, also after the page was loaded again. */
export const interact = {
  name: 'interact',
  async run(student) {
    const notebook = await student.notebook();
    const cell = await notebook.run(CELL);
    const title = async shown => /k = \d+/.exec(decodeURIComponent(await shown.image().node.getAttribute('src')))?.[0];
    await cell.output.locator('.noUi-handle').waitFor({ timeout: 30_000 });
    await cell.image().seen();
    student.check('the picture is that of the start', (await title(cell)) === 'k = 1', await title(cell));
    await cell.output.locator('.noUi-handle').focus();
    for (let i = 0; i < 4; i++) {
      await student.page.keyboard.press('ArrowRight');
    }
    await student.page.waitForTimeout(2000);
    student.check('it follows the slider', (await title(cell)) === 'k = 5', await title(cell));
    await student.picture();
    await notebook.save();
    await student.page.reload();
    const again = await new Notebook(student.page).ready();
    const after = again.cell(0);
    await after.output.locator('.noUi-handle').waitFor({ timeout: 30_000 });
    await after.output.locator('.noUi-handle').focus();
    await student.page.keyboard.press('ArrowRight');
    await student.page.waitForTimeout(2000);
    student.check('it follows after a reload', (await title(after)) === 'k = 6', await title(after));
  }
};
