/** Formulas, formatted text, tables. */
export const rich = {
  name: 'rich',
  async run(student) {
    const notebook = await student.notebook();
    const markdown = await notebook.run(
      'display("## A heading\\n\\n**bold** and $x^2$\\n\\n| a | b |\\n|---|---|\\n| 1 | 2 |", "text/markdown");'
    );
    await markdown.output.locator('mjx-container').first().waitFor();
    const parts = await Promise.all(['h2', 'strong', 'table td', 'mjx-container'].map(each => markdown.output.locator(each).count()));
    student.check('markdown with a heading, a table and a formula', parts.every(count => count > 0), parts);

    const latex = await notebook.run(
      'display("$$\\\\frac{\\\\partial J}{\\\\partial w_{ji}} = \\\\delta_j x_i$$", "text/latex");'
    );
    await latex.output.locator('mjx-container').first().waitFor();
    student.check('LaTeX is a formula', (await latex.output.locator('mjx-mfrac').count()) > 0);

    const magic = await notebook.run('%%latex\n$$e^{i\\pi} = -1$$');
    await magic.output.locator('mjx-container').first().waitFor();
    student.check('%%latex is a formula', (await magic.output.locator('mjx-msup').count()) > 0, await magic.text());

    const html = await notebook.run('display("<b style=\\"color: teal\\">HTML</b>", "text/html");');
    student.check('HTML is formatted', (await html.output.locator('b').innerText()) === 'HTML');

    const summary = await notebook.run('sequential(dense(784, 128, random(1)), relu(), dense(128, 10, random(2)))');
    student.check('a model is shown with its parameters counted', /101,?770/.test(await summary.text()), await summary.text());
    const wrong = await student.page.locator('mjx-merror, [data-mjx-error], .MathJax_Error').count();
    student.check('no formula has an error', wrong === 0, `${wrong} errors`);
    await student.picture();
  }
};
