import { defineConfig } from '@inlang/paraglide-js'

/** Read by the Vite plugin and by `paraglide-js compile`, so that both make the same functions. */
export default defineConfig({
  outdir: './app/paraglide',
  strategy: ['cookie', 'baseLocale'],
  cookieName: 'locale',
  emitReadme: false,
})
