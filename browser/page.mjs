// What runs in the browser: JupyterLab with the extensions that bundle.mjs lists.
import { JupyterLab } from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { IConnectionStatus, IServiceManager } from '@jupyterlab/services';
import { PluginRegistry } from '@lumino/coreutils';

// Asks whether it may fetch news, over what is to be seen.
const LEFT_OUT = ['@jupyterlab/apputils-extension:announcements'];

const plugins = module => [module.default].flat();

/** Starts JupyterLab in this page, with modules of plugins and modules of MIME renderers. */
export async function start(extensions, mimeExtensions) {
  const pluginRegistry = new PluginRegistry();
  pluginRegistry.registerPlugins(extensions.flatMap(plugins).filter(plugin => !LEFT_OUT.includes(plugin.id)));
  const lab = new JupyterLab({
    pluginRegistry,
    serviceManager: await pluginRegistry.resolveRequiredService(IServiceManager),
    connectionStatus: await pluginRegistry.resolveRequiredService(IConnectionStatus),
    mimeExtensions,
    disabled: { matches: [], patterns: [] },
    deferred: { matches: [], patterns: [] },
    availablePlugins: []
  });
  await lab.start({ hostID: 'main', bubblingKeydown: true });
  await lab.restored;
  globalThis.lab = lab;
  // The driver of the student waits for this.
  document.body.dataset.lab = PageConfig.getOption('appVersion');
}
