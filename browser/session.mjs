// A Jupyter server of its own with our kernel, in folders of its own, and a browser; all of it gone afterwards.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));

/** What it starts is ended by `stop`, at any time. */
export class Session {
  constructor() {
    this.home = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-student-'));
    this.folders = Object.fromEntries(
      ['work', 'config', 'data', 'runtime', 'kernels'].map(name => [name, path.join(this.home, name)])
    );
    Object.values(this.folders).forEach(folder => fs.mkdirSync(folder));
    this.work = this.folders.work;
    this.log = path.join(this.home, 'server.log');
    this.children = [];
  }

  /** Starts everything. What it needs is in `options`: python, java, jar, lab (the folder of bundle.mjs), chromium. */
  async start(options) {
    await this.installKernel(options);
    await this.startServer(options);
    this.browser = await chromium.launch({
      executablePath: options.chromium,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false
    });
  }

  /** Starts a process in a group of its own, so that Ctrl-C reaches us alone and we end things in their order. */
  spawn(command, args, options) {
    const child = spawn(command, args, { ...options, detached: true });
    child.ended = new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
    this.children.push(child);
    return child;
  }

  async installKernel({ java, jar }) {
    const args = ['-jar', jar, 'install', '--prefix', this.folders.kernels];
    const child = this.spawn(java, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', text => (said += text));
    }
    if ((await child.ended) !== 0) {
      throw new Error(`the kernel could not be installed:\n${said}`);
    }
  }

  async startServer({ python, lab }) {
    const log = fs.openSync(this.log, 'w');
    const env = {
      ...process.env,
      HOME: this.home,
      JUPYTER_CONFIG_DIR: this.folders.config,
      JUPYTER_DATA_DIR: this.folders.data,
      JUPYTER_RUNTIME_DIR: this.folders.runtime,
      JUPYTER_PATH: path.join(this.folders.kernels, 'share', 'jupyter'),
      LECTERN_LAB: lab,
      LECTERN_HISTORY: ''
    };
    // Without files of data the digits are drawn, on every machine alike.
    if (!process.env.LECTERN_DATASETS) {
      env.LECTERN_OFFLINE = '1';
    }
    this.server = this.spawn(python, [path.join(here, 'lab_server.py'), this.work], { env, stdio: ['pipe', 'pipe', log] });
    const lines = readline.createInterface({ input: this.server.stdout });
    const first = await Promise.race([
      new Promise(resolve => lines.once('line', resolve)),
      this.server.ended.then(() => undefined)
    ]);
    if (!first) {
      throw new Error(`the server did not start:\n${fs.readFileSync(this.log, 'utf8')}`);
    }
    this.url = new URL(first);
    this.token = this.url.searchParams.get('token');
  }

  /** Asks the server itself. */
  async ask(method, where) {
    return fetch(new URL(where, this.url), { method, headers: { Authorization: `token ${this.token}` } });
  }

  /** Ends all kernels and forgets which page had what open. */
  async clear() {
    const sessions = await (await this.ask('GET', '/api/sessions')).json();
    for (const each of sessions) {
      await this.ask('DELETE', `/api/sessions/${each.id}`);
    }
  }

  /** Ends the browser, then the server with its kernels, and removes the folders. */
  async stop() {
    this.stopping ??= this.#stop();
    return this.stopping;
  }

  async #stop() {
    await this.browser?.close().catch(() => {});
    // The server ends its kernels when its input ends. What is not that far yet is ended with all that it has started.
    this.server?.stdin.end();
    for (const child of this.children) {
      const end = () => {
        if (child.exitCode === null && child.signalCode === null) {
          process.kill(-child.pid, 'SIGKILL');
        }
      };
      const late = setTimeout(end, child === this.server ? 20_000 : 0);
      await child.ended.catch(() => {});
      clearTimeout(late);
    }
    fs.rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}
