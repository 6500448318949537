import { expect, test } from 'vitest'
import { portalSettings } from './portal-settings.ts'

const embedded = { url: 'postgresql://localhost/own', embedded: true }
const outside = { url: 'postgresql://db.example/atspaids', embedded: false }
const key = { SECRET_KEY: Buffer.alloc(32).toString('base64') }

test('demo people are there with the embedded database, and only there', async () => {
  expect(await portalSettings({ database: embedded, port: 3000, dev: false }, key)).toMatchObject({
    DEMO_MODE: 'on',
    DEV_PAGES: 'on',
  })
  expect(await portalSettings({ database: outside, port: 3000, dev: false }, key)).toMatchObject({
    DEMO_MODE: 'off',
    DEV_PAGES: 'off',
  })
})

test('what the environment says comes first, and empty says nothing', async () => {
  const settings = await portalSettings(
    { database: embedded, port: 4000, dev: false },
    { ...key, DEMO_MODE: 'off', PUBLIC_URL: '', LOG_LEVEL: 'debug' },
  )
  expect(settings).toMatchObject({ DEMO_MODE: 'off', PUBLIC_URL: 'http://localhost:4000', LOG_LEVEL: 'debug', ...key })
})

test('a switch that is neither on nor off is named', async () => {
  await expect(
    portalSettings({ database: outside, port: 3000, dev: false }, { ...key, DEMO_MODE: 'yes' }),
  ).rejects.toThrow(/DEMO_MODE is "yes"/)
})
