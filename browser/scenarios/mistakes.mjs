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

// What the guidelines for accessible pages ask of ordinary text.
const READABLE = 4.5;

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
        const worst = (await contrast(cell.output))[0];
        student.check(
          `${mistake.what}: readable, ${theme}`,
          worst.ratio >= READABLE,
          `least contrast ${worst.ratio.toFixed(1)} at "${worst.text}" (${worst.colour} on ${worst.ground})`
        );
      });
    }
  }
};
