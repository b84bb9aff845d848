import { Notebook } from '../notebook.mjs';

/** The page is loaded again, as by F5. */
export const reload = {
  name: 'reload',
  async run(student) {
    const notebook = await student.notebook();
    await notebook.run('int kept = 41;\nkept');
    await notebook.run('chart("a").add(1, 1).add(2, 4)');
    await notebook.save();
    await student.page.reload();
    const again = await new Notebook(student.page).ready();
    student.check('text is still there', /41/.test(await again.cell(0).text()), await again.cell(0).text());
    const seen = await again.cell(1).image().seen();
    student.check('the chart is still there', seen.width > 100, `${seen.width} x ${seen.height}`);
    const after = await again.run('kept + 1');
    student.check('the kernel is still the same', /42$/.test(await after.text()), await after.text());
    await student.picture();
  }
};
