// A student in JupyterLab: goes through the scenarios, looks at what the page shows, and says what was seen.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Notebook, writeNotebook } from './notebook.mjs';
import { scenarios } from './scenarios/all.mjs';
import { Session } from './session.mjs';

const PATIENCE = 120_000;

// What JupyterLab asks for and the server rightly does not have: words of stack traces that look like paths.
const EXPECTED_REFUSALS = [/\/api\/resolvePath/];

// JupyterLab throws this whenever a cell runs on a kernel that has no debugger, and shows nothing of it.
const EXPECTED_ERRORS = [/No active debugger session/];

class Student {
  constructor(session, shots) {
    this.session = session;
    this.work = session.work;
    this.shots = shots;
    this.steps = [];
  }

  async open(scenario) {
    this.scenario = scenario;
    this.faults = [];
    this.notebooks = 0;
    this.context = await this.session.browser.newContext({ viewport: { width: 1280, height: 900 } });
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(PATIENCE);
    this.page.on('pageerror', error => {
      if (!EXPECTED_ERRORS.some(each => each.test(error.message))) {
        this.faults.push(`${error}`);
      }
    });
    this.page.on('crash', () => this.faults.push('the page crashed'));
    this.page.on('response', response => {
      if (response.status() >= 400 && !EXPECTED_REFUSALS.some(each => each.test(response.url()))) {
        this.faults.push(`${response.status()} ${new URL(response.url()).pathname}`);
      }
    });
  }

  async close() {
    await this.context.close();
    await this.session.clear();
  }

  /** Goes to a place in JupyterLab, as by the address bar, with nothing open that was open before. */
  async visit(where) {
    await this.page.goto(new URL(`${where}?reset&token=${this.session.token}`, this.session.url).href);
    await this.page.waitForFunction(() => document.body.dataset.lab, null, { timeout: PATIENCE });
  }

  /** A new notebook of these cells, else of an empty one, open in the page. */
  async notebook(cells) {
    this.notebooks += 1;
    const name = `${this.scenario.name}-${this.notebooks}.ipynb`;
    writeNotebook(this.work, name, cells);
    return this.openNotebook(name);
  }

  async openNotebook(name) {
    await this.visit(`/lab/tree/${encodeURIComponent(name)}`);
    return new Notebook(this.page).ready();
  }

  /** Notes whether something is as it should be, and what was seen. */
  check(what, isRight, seen = '') {
    this.steps.push({ scenario: this.scenario.name, what, isRight: Boolean(isRight), seen: `${seen}` });
    return isRight;
  }

  async theme(name) {
    await this.page.evaluate(theme => globalThis.lab.commands.execute('apputils:change-theme', { theme }), name);
    await this.page.waitForFunction(theme => document.body.dataset.jpThemeName === theme, name);
  }

  /** A picture of the page in the light and in the dark theme; `look` may look at the page in each. */
  async picture(label = '', look = async () => {}) {
    const name = [this.scenario.name, label].filter(Boolean).join('-');
    for (const [kind, theme] of [
      ['light', 'JupyterLab Light'],
      ['dark', 'JupyterLab Dark']
    ]) {
      await this.theme(theme);
      await this.page.waitForTimeout(300);
      await look(kind);
      await this.page.screenshot({ path: path.join(this.shots, `${name}-${kind}.png`) });
    }
    await this.theme('JupyterLab Light');
  }
}

async function attend(student, scenario) {
  const start = Date.now();
  await student.open(scenario);
  try {
    await scenario.run(student);
  } catch (failure) {
    student.check('goes to its end', false, `${failure.message}`.split('\n')[0]);
    await student.page
      .screenshot({ path: path.join(student.shots, `${scenario.name}-failed.png`), timeout: 10_000 })
      .catch(() => {});
  }
  student.check('no error in the page, no refused request', student.faults.length === 0, student.faults.join('; '));
  await student.close();
  return (Date.now() - start) / 1000;
}

function show(step) {
  const seen = step.seen.replace(/\s+/g, ' ');
  const cut = seen.length > 90 && step.isRight ? `${seen.slice(0, 89)}…` : seen;
  console.log(`${step.isRight ? 'ok  ' : 'FAIL'}  ${step.scenario.padEnd(12)} ${step.what.padEnd(52)} ${cut}`.trimEnd());
}

function readOptions() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: { only: text, shots: text, python: text, java: text, jar: text, lab: text, chromium: text }
  });
  const chosen = scenarios.filter(each => !values.only || each.name.includes(values.only));
  if (chosen.length === 0) {
    throw new Error(`--only: expected a part of ${scenarios.map(each => each.name).join(', ')}, found ${values.only}`);
  }
  return { ...values, chosen };
}

async function main() {
  const options = readOptions();
  fs.mkdirSync(options.shots, { recursive: true });
  const start = Date.now();
  const session = new Session();
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129]
  ]) {
    process.on(signal, () => session.stop().then(() => process.exit(status)));
  }
  const student = new Student(session, options.shots);
  try {
    await session.start(options);
    for (const scenario of options.chosen) {
      const known = student.steps.length;
      const seconds = await attend(student, scenario);
      student.steps.slice(known).forEach(show);
      console.log(`      ${scenario.name.padEnd(12)} ${seconds.toFixed(1)} s`);
    }
  } finally {
    if (fs.existsSync(session.log)) {
      fs.copyFileSync(session.log, path.join(options.shots, 'server.log'));
    }
    await session.stop();
  }
  const failed = student.steps.filter(step => !step.isRight);
  console.log(
    `\n${student.steps.length - failed.length} of ${student.steps.length} steps as they should be, ` +
      `${Math.round((Date.now() - start) / 1000)} s; pictures in ${options.shots}`
  );
  failed.forEach(show);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

try {
  await main();
} catch (failure) {
  console.error(`student: ${failure.message}`);
  process.exitCode = 1;
}
