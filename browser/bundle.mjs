// Makes of the packages in node_modules what a server needs to serve JupyterLab, in the folder of the first argument.
import { rspack } from '@rspack/core';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
if (!target) {
  console.error('bundle: expected a folder to write to');
  process.exit(2);
}
const modules = path.join(here, 'node_modules');
const { dependencies } = JSON.parse(fs.readFileSync(path.join(here, 'package.json')));

// A package says itself what it is to JupyterLab.
const packages = Object.keys(dependencies).map(name => {
  const folder = path.join(modules, name);
  const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json')));
  return { name, folder, about, lab: about.jupyterlab ?? {} };
});

const extensions = packages.filter(each => each.lab.extension);
const mimeExtensions = packages.filter(each => each.lab.mimeExtension);

function importOf(each, kind) {
  const file = each.lab[kind];
  return JSON.stringify(file === true ? each.name : `${each.name}/${file}`);
}

fs.rmSync(target, { recursive: true, force: true });
fs.mkdirSync(target, { recursive: true });
const styles = packages.filter(each => each.about.styleModule);
fs.writeFileSync(
  path.join(target, 'entry.mjs'),
  [
    ...styles.map(each => `import ${JSON.stringify(`${each.name}/${each.about.styleModule}`)};`),
    ...extensions.map((each, i) => `import * as e${i} from ${importOf(each, 'extension')};`),
    ...mimeExtensions.map((each, i) => `import * as m${i} from ${importOf(each, 'mimeExtension')};`),
    `import { start } from ${JSON.stringify(path.join(here, 'page.mjs'))};`,
    `start([${extensions.map((_, i) => `e${i}`)}], [${mimeExtensions.map((_, i) => `m${i}`)}]);`
  ].join('\n') + '\n'
);

for (const each of packages.filter(one => one.lab.schemaDir)) {
  fs.cpSync(path.join(each.folder, each.lab.schemaDir), path.join(target, 'schemas', each.name), { recursive: true });
}
for (const each of packages.filter(one => one.lab.themePath)) {
  const file = path.join(each.folder, each.lab.themePath);
  const theme = path.join(target, 'themes', each.name);
  fs.cpSync(path.dirname(file), theme, { recursive: true });
  fs.renameSync(path.join(theme, path.basename(file)), path.join(theme, 'index.css'));
}
fs.mkdirSync(path.join(target, 'templates'));
fs.copyFileSync(path.join(here, 'page.html'), path.join(target, 'templates', 'index.html'));
const compiler = rspack({
  mode: 'production',
  context: here,
  entry: path.join(target, 'entry.mjs'),
  output: { path: path.join(target, 'static'), filename: 'main.js', publicPath: 'auto' },
  resolve: { modules: [modules], fallback: { path: false, url: false, buffer: false, crypto: false } },
  optimization: { minimize: false },
  performance: false,
  devtool: false,
  module: {
    rules: [
      { test: /\.css$/, type: 'css/auto' },
      { test: /\.svg$/, issuer: /\.css$/, type: 'asset/inline' },
      { test: /\.svg$/, issuer: /\.js$/, type: 'asset/source' },
      { test: /\.(png|jpe?g|gif|ttf|woff2?|eot)$/, type: 'asset/resource' },
      { test: /\.(md|raw\.css)$/, type: 'asset/source' },
      { test: /\.m?js$/, resolve: { fullySpecified: false } }
    ]
  }
});
compiler.run((failure, stats) => {
  if (failure || stats.hasErrors()) {
    console.error(failure ?? stats.toString({ all: false, errors: true }));
    process.exit(1);
  }
  console.log(stats.toString({ all: false, warnings: true, timings: true }));
  // Last, so that a bundle without it is one that was interrupted.
  const { version } = packages.find(each => each.name === '@jupyterlab/application').about;
  fs.writeFileSync(path.join(target, 'version'), version);
});
