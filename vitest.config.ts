import { defineConfig } from 'vitest/config'

const setupFiles = ['tests/support/quiet-console.ts']

/** Plain Node runs the tests as it runs the server; only what needs JSX goes through the bundler. */
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['app/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], setupFiles },
      },
      {
        extends: true,
        test: { name: 'structure', include: ['tests/structure/**/*.test.ts'], setupFiles, testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'usecases',
          include: ['tests/usecases/**/*.test.ts'],
          setupFiles,
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
