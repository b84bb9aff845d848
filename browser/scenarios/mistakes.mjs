import { contrast } from '../contrast.mjs';

const MISTAKES = [
  { name: 'semicolon', what: 'a missing semicolon', code: 'int a = 1\nint b = 2;', says: [/;/, /line|a = 1/i] },
  { name: 'name', what: 'an unknown name', code: 'int count = 3;\ncuont + 1', says: [/cuont/, /did you mean|count\b/i] },
  {
    name: 'shape',
    what: 'shapes that do not fit',
    code: 'var a = Tensor.zeros(2, 3);\na.matmul(Tensor.zeros(2, 3))',
    says: [/matmul/, /expected/, /found/]
  }
];

// What the guidelines for accessible pages ask of text, and of marks that are not needed to understand it. No colour at
// all could give more than 3.3 on both of JupyterLab's grounds for errors, which are light red and dark red.
const READABLE = 4.5;
const MARK = 3;

/** Mistakes of the first hour, each with its message and its hint. */
export const mistakes = {
  name: 'mistakes',
  async run(student) {
    for (const mistake of MISTAKES) {
      const notebook = await student.notebook();
      const cell = await notebook.run(mistake.code);
      const message = await cell.text();
      const missing = mistake.says.filter(each => !each.test(message));
      student.check(`${mistake.what}: the message says it`, missing.length === 0, message);
      const kinds = await cell.output.locator('[data-mime-type]').evaluateAll(all => all.map(e => e.dataset.mimeType));
      student.check(
        `${mistake.what}: it is shown as an error`,
        kinds.some(kind => /stderr|error/.test(kind)),
        kinds.join(' ')
      );
      await student.picture(mistake.name, async theme => {
        const pieces = await contrast(cell.output);
        for (const [kind, least, some] of [
          ['text', READABLE, pieces.filter(piece => !piece.isColoured)],
          ['marks', MARK, pieces.filter(piece => piece.isColoured)]
        ]) {
          const worst = some[0];
          student.check(
            `${mistake.what}: ${kind} readable, ${theme}`,
            worst && worst.ratio >= least,
            worst
              ? `least contrast ${worst.ratio.toFixed(1)} of ${least}: "${worst.text}", ${worst.colour} on ${worst.ground}`
              : 'none'
          );
        }
      });
    }
  }
};
