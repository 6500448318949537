import pg from 'pg'
import { z } from 'zod'

const demoPerson = z.object({ role: z.string(), names: z.array(z.string()) })

/** Whom the demo lets sign in, two names a role, as lines for the terminal. All of them are invented. */
export async function listDemoPeople(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const answer = await client.query(`
      select role::text, (array_agg(name order by granted_at, name))[1:2] as names
      from (
        select distinct on (g.role, p.id) g.role, g.granted_at, p.given_name || ' ' || p.family_name as name
        from role_grant g join person p on p.id = g.person_id
        where g.revoked_at is null and p.email like '%@example.invalid'
        order by g.role, p.id, g.granted_at
      ) people
      group by role order by role`)
    return z
      .array(demoPerson)
      .parse(answer.rows)
      .map(({ role, names }) => `  ${role.replaceAll('_', ' ').padEnd(26)} ${names.join(', ')}`)
  } finally {
    await client.end()
  }
}
