import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the services: a running gateway, or `npm run mock`. */
const gateway = process.env['PALMYRA_GATEWAY'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // The browser's own preload suffices; the polyfill would be an inline script.
    modulePreload: { polyfill: false },
    // Nothing is inlined as data: URL, so that the page's content security policy stays strict.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules\/(lightweight-charts|fancy-canvas)/ },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': { target: gateway, ws: true } },
  },
  test: {
    restoreMocks: true,
    // Machines that run several builds at once are slow; a hang still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
