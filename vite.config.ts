import { fileURLToPath } from 'node:url'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

/**
 * Messages exist twice. `app/paraglide` has one module a language: quick to load for development, tests,
 * scripts and the type checker. A build makes one module a message, so that a page carries only its own words.
 */
const builtMessages = '.react-router/paraglide'

export default defineConfig(({ command }) => {
  const isBuild = command === 'build'
  return {
    plugins: [
      paraglideVitePlugin({
        project: './project.inlang',
        outdir: isBuild ? builtMessages : './app/paraglide',
        outputStructure: isBuild ? 'message-modules' : 'locale-modules',
      }),
      tailwindcss(),
      // Tests load modules one by one and need no router of files.
      process.env.VITEST === undefined && reactRouter(),
    ],
    // While developing, the adapter of the web server must share the router that the pages are loaded with.
    ssr: isBuild ? {} : { noExternal: ['@react-router/express'] },
    environments: {
      // The web server is bundled with the pages, so that both know the same contexts; Node runs what serves it.
      ssr: { build: { rollupOptions: { input: './app/portal.server.ts' } } },
    },
    resolve: isBuild ? { alias: { '#app/paraglide': fileURLToPath(new URL(builtMessages, import.meta.url)) } } : {},
    server: { watch: { ignored: ['**/.data/**', '**/build/**', '**/test-results/**'] } },
  }
})
