// A Jupyter server of its own with our kernel, in folders of its own, and a browser; all of it gone afterwards.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Starts everything. What it needs is in `options`: python, java, jar, lab (the folder of bundle.mjs), chromium. */
export async function startSession(options) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-student-'));
  const folders = Object.fromEntries(
    ['work', 'config', 'data', 'runtime', 'kernels'].map(name => [name, path.join(home, name)])
  );
  Object.values(folders).forEach(folder => fs.mkdirSync(folder));
  const session = new Session(home, folders);
  try {
    installKernel(options, folders.kernels);
    await session.startServer(options);
    session.browser = await chromium.launch({
      executablePath: options.chromium,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false
    });
    return session;
  } catch (failure) {
    await session.stop();
    throw failure;
  }
}

function installKernel({ java, jar }, prefix) {
  const done = spawnSync(java, ['-jar', jar, 'install', '--prefix', prefix], { encoding: 'utf8' });
  if (done.status !== 0) {
    throw new Error(`the kernel could not be installed:\n${done.stdout}${done.stderr}`);
  }
}

class Session {
  constructor(home, folders) {
    this.home = home;
    this.work = folders.work;
    this.folders = folders;
    this.log = path.join(home, 'server.log');
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
    // A process group of its own, so that Ctrl-C reaches us alone and we end things in their order.
    this.server = spawn(python, [path.join(here, 'lab_server.py'), this.work], {
      env,
      stdio: ['pipe', 'pipe', log],
      detached: true
    });
    this.ended = new Promise(resolve => this.server.on('exit', resolve));
    const lines = readline.createInterface({ input: this.server.stdout });
    const first = await Promise.race([
      new Promise(resolve => lines.once('line', resolve)),
      this.ended.then(() => undefined)
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
    if (this.server?.pid && this.server.exitCode === null && this.server.signalCode === null) {
      this.server.stdin.end();
      const late = setTimeout(() => this.server.kill('SIGKILL'), 20_000);
      await this.ended;
      clearTimeout(late);
    }
    fs.rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}
