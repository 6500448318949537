import { z } from 'zod'

const flag = z.enum(['on', 'off'])
const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional())

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: z.string(),
  /** The address people type, without a path. Links in mails and the secure cookie follow from it. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  /** 32 bytes, base64: encrypts personal codes and keys their look-up hash. */
  SECRET_KEY: z.string(),
  SMTP_URL: optional,
  MAIL_FROM: z.string().default('Atspaids <atspaids@localhost>'),
  DEMO_MODE: flag.default('off'),
  /** Pages for development (design system, outbox). */
  DEV_PAGES: flag.default('off'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  DATABASE_POOL: z.coerce.number().int().positive().default(12),
  /** How many proxies stand in front, for the client address that limits sign-in requests. */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
})

export type Config = {
  environment: 'development' | 'production' | 'test'
  databaseUrl: string
  databasePool: number
  publicUrl: URL
  secretKey: Buffer
  smtpUrl: string | null
  mailFrom: string
  isDemo: boolean
  hasDevPages: boolean
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  trustProxy: number
}

/** Reads the settings once, at the start. Throws one error that names every wrong setting, never its value. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const read = schema.safeParse(environment)
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Settings are missing or wrong. ${wrong.join('; ')}`)
  }
  const secretKey = Buffer.from(read.data.SECRET_KEY, 'base64')
  if (secretKey.length !== 32) throw new Error('SECRET_KEY must be 32 bytes in base64.')
  return {
    environment: read.data.NODE_ENV,
    databaseUrl: read.data.DATABASE_URL,
    databasePool: read.data.DATABASE_POOL,
    publicUrl: new URL(read.data.PUBLIC_URL),
    secretKey,
    smtpUrl: read.data.SMTP_URL ?? null,
    mailFrom: read.data.MAIL_FROM,
    isDemo: read.data.DEMO_MODE === 'on',
    hasDevPages: read.data.DEV_PAGES === 'on',
    logLevel: read.data.LOG_LEVEL,
    trustProxy: read.data.TRUST_PROXY,
  }
}
