/** Statements with variable parts (a search of so many words) come in many shapes; only so many are kept. */
const mostNames = 400

/**
 * Names for prepared statements: the same text gets the same name, so that each connection has PostgreSQL parse and
 * plan it once. Planning the statement of a booking takes longer than running it. Texts past the limit get no name
 * (an empty one) and are planned each time.
 */
export function nameStatements(limit: number = mostNames): (statement: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= limit) return ''
    const name = `s${names.size}`
    names.set(sql, name)
    return name
  }
}
