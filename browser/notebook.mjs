// A notebook in the page, with what a student does in it.
import fs from 'node:fs';
import path from 'node:path';

const PATIENCE = 120_000;

export class Notebook {
  constructor(page) {
    this.page = page;
    this.panel = page.locator('.jp-NotebookPanel:not(.lm-mod-hidden)');
    this.cells = this.panel.locator('.jp-Notebook .jp-Cell');
  }

  /** Waits until the notebook is there and its kernel has nothing to do. */
  async ready() {
    await this.panel.locator('.jp-Notebook').waitFor({ timeout: PATIENCE });
    // The sign for the kernel in the toolbar is there before the kernel is.
    await this.page.waitForFunction(
      () => {
        const context = globalThis.lab.shell.currentWidget?.sessionContext;
        const kernel = context?.session?.kernel;
        // A long notebook is drawn piece by piece.
        const drawn = globalThis.lab.shell.currentWidget?.content?.node.querySelectorAll('.jp-Cell').length;
        const cells = globalThis.lab.shell.currentWidget?.content?.model?.cells?.length;
        return context?.isReady && kernel?.connectionStatus === 'connected' && kernel.status === 'idle' && drawn === cells;
      },
      null,
      { timeout: PATIENCE }
    );
    return this;
  }

  cell(index) {
    return new Cell(this, this.cells.nth(index));
  }

  /** The cell that is the last now, whatever comes after it. */
  async last() {
    return this.cell((await this.cells.count()) - 1);
  }

  /** Writes code into the last cell, which is empty, and runs it. */
  async run(code, patience = PATIENCE) {
    const cell = await this.begin(code);
    await cell.done(patience);
    return cell;
  }

  /** The same, without waiting for the end. */
  async begin(code) {
    const cell = await this.last();
    await cell.write(code);
    await this.page.keyboard.press('Shift+Enter');
    return cell;
  }

  /** Presses a button of the toolbar by the command that it stands for. */
  async press(command) {
    await this.panel.locator(`.jp-Toolbar [data-command="${command}"]`).first().click();
  }

  async save() {
    await this.page.keyboard.press('Control+s');
    await this.page
      .locator('.jp-NotebookPanel:not(.lm-mod-hidden)')
      .evaluate(() => new Promise(resolve => setTimeout(resolve, 0)));
    await this.page.waitForFunction(() => !document.querySelector('.lm-DockPanel-tabBar .jp-mod-dirty'), null, {
      timeout: PATIENCE
    });
  }
}

export class Cell {
  constructor(notebook, node) {
    this.notebook = notebook;
    this.page = notebook.page;
    this.node = node;
    this.editor = node.locator('.cm-content').first();
    this.prompt = node.locator('.jp-InputPrompt').first();
    this.outputs = node.locator('.jp-OutputArea-child');
    this.output = node.locator('.jp-Cell-outputArea');
  }

  async write(code) {
    await this.editor.click();
    await this.page.keyboard.insertText(code);
  }

  async source() {
    return (await this.editor.locator('.cm-line').allInnerTexts()).join('\n');
  }

  /** Waits until the cell has its number. */
  async done(patience = PATIENCE) {
    await this.until(text => /\[\d+\]/.test(text), patience);
  }

  /** Waits until the cell is being run. */
  async begun() {
    await this.until(text => text.includes('*'));
  }

  async until(test, patience = PATIENCE) {
    const end = Date.now() + patience;
    for (;;) {
      const text = await this.prompt.innerText();
      if (test(text)) {
        return;
      }
      if (Date.now() > end) {
        throw new Error(`the cell still shows ${text} after ${patience / 1000} s`);
      }
      await this.page.waitForTimeout(50);
    }
  }

  /** All text under the cell. */
  async text() {
    return (await this.output.innerText()).trim();
  }

  image() {
    return new Image(this.output.locator('img').first());
  }
}

class Image {
  constructor(node) {
    this.node = node;
  }

  /** Where it comes from, and how large it is on the screen. */
  async seen() {
    await this.node.waitFor({ timeout: PATIENCE });
    return this.node.evaluate(async image => {
      await image.decode();
      const { width, height } = image.getBoundingClientRect();
      const room = image.closest('.jp-OutputArea-output').getBoundingClientRect().width;
      return { source: image.src.slice(0, 18), width, height, natural: image.naturalWidth, room };
    });
  }
}

/** Writes a notebook of these cells of code for our kernel. */
export function writeNotebook(folder, name, sources = ['']) {
  const cells = sources.map((source, i) => ({
    cell_type: 'code',
    id: `cell-${i}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source
  }));
  const metadata = { kernelspec: { display_name: 'Java (Lectern)', language: 'java', name: 'lectern' } };
  fs.writeFileSync(path.join(folder, name), JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
}
