import { expect, test } from 'vitest'
import { portalSettings, requireSettings } from './portal-settings.ts'

const embedded = { url: 'postgresql://localhost/own', embedded: true }
const outside = { url: 'postgresql://db.example/atspaids', embedded: false }
const key = { SECRET_KEY: Buffer.alloc(32).toString('base64') }

test('demo people are there with the embedded database, and only there', async () => {
  expect(await portalSettings({ database: embedded }, key)).toMatchObject({
    DEMO_MODE: 'on',
    DEV_PAGES: 'on',
  })
  expect(await portalSettings({ database: outside }, key)).toMatchObject({
    DEMO_MODE: 'off',
    DEV_PAGES: 'off',
  })
})

test('what the environment says comes first, and empty says nothing', async () => {
  const settings = await portalSettings(
    { database: embedded },
    { ...key, DEMO_MODE: 'off', DEV_PAGES: '', LOG_LEVEL: 'debug' },
  )
  expect(settings).toMatchObject({ DEMO_MODE: 'off', LOG_LEVEL: 'debug', ...key })
})

test('the outbox, which shows sign-in links, is open only beside invented people or when asked for', async () => {
  const withoutDemo = { ...key, DEMO_MODE: 'off' }
  expect(await portalSettings({ database: embedded }, withoutDemo)).toMatchObject({ DEV_PAGES: 'off' })
  expect(await portalSettings({ database: outside }, { ...key, DEMO_MODE: 'on' })).toMatchObject({ DEV_PAGES: 'off' })
  expect(await portalSettings({ database: embedded }, { ...withoutDemo, DEV_PAGES: 'on' })).toMatchObject({
    DEV_PAGES: 'on',
  })
})

test('a switch that is neither on nor off is named', async () => {
  await expect(portalSettings({ database: outside }, { ...key, DEMO_MODE: 'yes' })).rejects.toThrow(
    /DEMO_MODE is "yes"/,
  )
})

test('a wrong setting is named, not its value', async () => {
  const settings = await portalSettings({ database: embedded }, { SECRET_KEY: 'c2hvcnQ=' })
  await expect(requireSettings(settings)).rejects.toThrow('SECRET_KEY must be 32 bytes in base64.')
  await expect(requireSettings({ ...settings, ...key, PUBLIC_URL: 'nowhere' })).rejects.toThrow(/PUBLIC_URL/)
})
