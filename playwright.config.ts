import { defineConfig, devices } from '@playwright/test'

const isRoot = process.getuid?.() === 0
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * One file per person's journey. Each runs at phone and at desktop width, unless its name says `.phone` or `.desktop`.
 * Every worker has a portal and a demo municipality of its own (tests/support/journey.ts).
 */
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  globalSetup: './tests/support/global-setup.ts',
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    locale: 'lv-LV',
    timezoneId: 'Europe/Riga',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: isRoot ? ['--no-sandbox', ...quiet] : quiet,
    },
  },
  projects: [
    {
      name: 'phone',
      testIgnore: '**/*.desktop.spec.ts',
      use: { ...devices['Desktop Chrome'], viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'desktop',
      testIgnore: '**/*.phone.spec.ts',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
    },
  ],
})
