import type { Config } from '@react-router/dev/config'

export default {
  ssr: true,
  appDirectory: 'app',
  buildDirectory: 'build',
  // Posts of other sites are refused by our own middleware, with a page, also behind a proxy that ends TLS.
  allowedActionOrigins: ['**'],
} satisfies Config
