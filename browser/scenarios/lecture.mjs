import fs from 'node:fs';
import path from 'node:path';
import { Notebook } from '../notebook.mjs';

const LECTURE = '04-backpropagation.ipynb';
const PATIENCE = 580_000;

/** A whole lecture by the menu, then a reload of the page. */
export const lecture = {
  name: 'lecture',
  async run(student) {
    const { page } = student;
    const file = path.join(student.work, LECTURE);
    fs.copyFileSync(new URL(`../../notebooks/${LECTURE}`, import.meta.url), file);
    const codeCells = JSON.parse(fs.readFileSync(file)).cells.filter(cell => cell.cell_type === 'code').length;
    const notebook = await student.openNotebook(LECTURE);

    const start = Date.now();
    await page.getByRole('menuitem', { name: 'Kernel' }).first().click();
    await page.getByText('Restart Kernel and Run All Cells…').click();
    await page.locator('.jp-Dialog .jp-mod-accept').click();
    await page.waitForFunction(
      () => {
        const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(each => each.innerText);
        const status = document.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status;
        return status === 'idle' && prompts.length > 0 && !prompts.some(each => each.includes('*')) &&
          prompts.some(each => /\d/.test(each));
      },
      null,
      { timeout: PATIENCE, polling: 500 }
    );
    const seconds = (Date.now() - start) / 1000;
    const seen = await look(notebook);
    student.check('restart and run all goes to the end', seen.numbered === codeCells, `${seen.numbered} of ${codeCells} cells, ${seconds.toFixed(0)} s`);
    student.check('no cell has an error', seen.errors.length === 0, seen.errors.join(' | '));
    student.check('every picture has a size', seen.images > 5 && seen.empty === 0, `${seen.images} pictures`);
    student.check('no formula has an error', seen.formulas > 20 && seen.badFormulas === 0, `${seen.formulas} formulas`);
    await student.picture('top');
    for (const [label, index] of Object.entries(await landmarks(notebook))) {
      await notebook.cells.nth(index).scrollIntoViewIfNeeded();
      await notebook.cells.nth(index).evaluate(node => node.scrollIntoView({ block: 'center' }));
      await student.picture(label);
    }

    await notebook.save();
    await page.reload();
    const again = await look(await new Notebook(page).ready());
    student.check(
      'a reload keeps every output',
      again.numbered === seen.numbered && again.images === seen.images && again.outputs === seen.outputs,
      `${again.outputs} outputs, ${again.images} pictures`
    );
  }
};

/** Goes through the notebook from top to bottom, since what is out of sight may not be drawn, and counts. */
async function look(notebook) {
  const sum = { numbered: 0, errors: [], images: 0, empty: 0, outputs: 0, formulas: 0, badFormulas: 0 };
  const count = await notebook.cells.count();
  for (let i = 0; i < count; i++) {
    const cell = notebook.cells.nth(i);
    await cell.scrollIntoViewIfNeeded();
    const seen = await cell.evaluate(async node => {
      const images = [...node.querySelectorAll('.jp-OutputArea img')];
      await Promise.all(images.map(image => image.decode()));
      return {
        numbered: /\d/.test(node.querySelector('.jp-InputPrompt')?.innerText ?? '') ? 1 : 0,
        errors: [...node.querySelectorAll('[data-mime-type*="stderr"], [data-mime-type*="error"]')].map(each => each.innerText.slice(0, 200)),
        images: images.length,
        empty: images.filter(image => image.clientWidth === 0 || image.clientHeight === 0).length,
        outputs: node.querySelectorAll('.jp-OutputArea-child').length,
        formulas: node.querySelectorAll('mjx-container').length,
        badFormulas: node.querySelectorAll('mjx-merror, [data-mjx-error]').length
      };
    });
    for (const key of Object.keys(sum)) {
      sum[key] = Array.isArray(sum[key]) ? sum[key].concat(seen[key]) : sum[key] + seen[key];
    }
  }
  return sum;
}

/** Cells worth a picture: the first and the last with an image. */
async function landmarks(notebook) {
  const withImage = await notebook.cells.evaluateAll(cells =>
    cells.flatMap((cell, i) => (cell.querySelector('.jp-OutputArea img') ? [i] : []))
  );
  return { 'first-figure': withImage[0], training: withImage.at(-2), 'last-figure': withImage.at(-1) };
}
