import { resolve } from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import remixConfig from './remix.config.js'

/** The server build begins at server.ts, so that pages, API, worker and server share one copy of every module. */
const serverEntry: Plugin = {
  name: 'xinxuan:server-entry',
  enforce: 'post',
  config: (_, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: 'server.ts' }, minify: false } } : undefined),
}

/**
 * In development the schema is made anew as a whole: its files register their types with one builder, which would meet a changed file's
 * types a second time.
 */
const wholeSchema: Plugin = {
  name: 'xinxuan:whole-schema',
  apply: 'serve',
  hotUpdate({ server }) {
    const { moduleGraph } = server.environments.ssr
    for (const module of moduleGraph.getModulesByFile(resolve('graphql/builder.ts')) ?? []) moduleGraph.invalidateModule(module)
  },
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), serverEntry, wholeSchema],
  // The dev server looks for the browser's packages before Remix takes the server's part out of a page: it would bundle what is ours alone,
  // fail, and leave the browser without the package that seals.
  optimizeDeps: { include: ['age-encryption', '@noble/curves/bls12-381.js', '@noble/hashes/sha2.js', 'zod'], exclude: ['@node-rs/argon2'] },
  build: {
    // The Chinese service portals' users include browsers that update late; Tailwind 4 sets this floor anyway.
    target: ['chrome111', 'safari16.4', 'firefox128'],
    // 4 kB less than esbuild on the wire, of the 90 kB a public page may load.
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 2 } },
    // It rewrites light-dark(), which browsers before 2024 don't know, for the floor above.
    cssMinify: 'lightningcss',
    // A data: URI would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
  },
})
