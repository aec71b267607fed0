// How the page is built: home first and small, the board room (tldraw, yjs) only when a board is opened.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { buildThePage } from './page-build.ts';

const server = 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), thenThePage()],
  build: {
    outDir: 'dist',
    sourcemap: false,
    // The content security policy allows scripts from the origin only: nothing is inlined into the page.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 1024,
    chunkSizeWarningLimit: 2500,
  },
  server: {
    port: 5173,
    proxy: {
      '/api': server,
      '/healthz': server,
      '/sync': { target: server, ws: true },
    },
  },
});

/** The page without canvas goes beside the others. */
function thenThePage(): Plugin {
  let where = { root: '', outDir: '' };
  return {
    name: 'page-without-canvas',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => {
      where = { root, outDir };
    },
    closeBundle: async () => {
      await buildThePage(where.root, where.outDir);
    },
  };
}
