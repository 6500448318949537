import { openTestServer } from '../../scripts/test/open-test-server.ts'
import { ensureTemplate } from './template-database.ts'

/** Starts the database server of the tests, unless TEST_DATABASE_URL names one, and makes the template once. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await openTestServer()
  process.env.TEST_DATABASE_URL = server.url
  await ensureTemplate(server.url)
  return server.stop
}
