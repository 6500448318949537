import { handInFile } from '#app/intake/hand-in-file.server.ts'
import { openIntakeVault } from '#app/intake/intake-vault.server.ts'
import { matchColumns } from '#app/intake/match-columns.server.ts'
import { guessMatching } from '#app/intake/rules/match-columns.ts'
import { runImports } from '#app/intake/run-imports.server.ts'
import { startImport } from '#app/intake/start-import.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import type { TestApp } from '#tests/support/test-app.ts'

export const vault = openIntakeVault({ secretKey: new Uint8Array(32).fill(7) })

const head =
  'Bērna vārds;Bērna uzvārds;Dzimšanas datums;Personas kods;Dzīvesvieta;Vecāka vārds;Vecāka uzvārds;Vecāka e-pasts;Vecāka tālrunis;' +
  'Sociālā darbinieka e-pasts;Periods no;Periods līdz;Individuālais budžets;Pakalpojums;Vienības;Minimums;Speciālistu secība;Vecāku secība;Vēlmes'

export type FileRow = {
  given?: string
  family?: string
  born?: string
  code?: string
  town?: string
  parent?: string
  email?: string
  worker?: string
  from?: string
  to?: string
  budget?: string
  service?: string
  units?: string
  minimum?: string
  expert?: string
  parents?: string
  wishes?: string
}

/** A table as a municipality hands it in. A row without a service is a family only. */
export function tableFile(rows: readonly FileRow[]): Buffer {
  const lines = rows.map((row) => {
    const isPlan = row.service !== undefined
    return [
      row.given ?? 'Ņikita',
      row.family ?? 'Ķirsis',
      row.born ?? '10.05.2018',
      row.code ?? '',
      row.town ?? 'Lejasupe',
      row.parent ?? 'Ženija',
      row.family ?? 'Ķirsis',
      row.email ?? `${row.family ?? 'kirsis'}@example.invalid`.toLowerCase(),
      '+371 20000000',
      row.worker ?? '',
      row.from ?? (isPlan ? '01.11.2026' : ''),
      row.to ?? (isPlan ? '30.04.2027' : ''),
      row.budget ?? (isPlan ? '1000,00' : ''),
      row.service ?? '',
      row.units ?? (isPlan ? '10' : ''),
      row.minimum ?? '',
      row.expert ?? '',
      row.parents ?? '',
      row.wishes ?? '',
    ]
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(';')
  })
  return Buffer.from([head, ...lines].join('\r\n'))
}

/** A municipality with a fund, two services with prices, an administrator, and all that an import needs. */
export async function importingTown(app: TestApp, { fund = 100_000_00 }: { fund?: number } = {}) {
  const town = await app.given.municipality({ fund })
  const services = [await app.given.service(), await app.given.service()]
  const [first, second] = services
  if (first === undefined || second === undefined) throw new Error('Two services are needed')
  await app.given.priceCap({ municipalityId: town.id, serviceId: first.id, cents: 40_00 })
  await app.given.priceCap({ municipalityId: town.id, serviceId: second.id, cents: 25_00 })
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: town.id })
  const worker = await app.given.actor('social_worker', { municipalityId: town.id })
  const ctx = app.as(administrator)
  const handIn = async (file: Buffer, fileName = 'families.csv') =>
    valueOf(await handInFile(ctx, { fileName, file, vault })).importId
  const check = async (file: Buffer) => {
    const importId = await handIn(file)
    const { header } = await app.owner.intakeImport.findUniqueOrThrow({ where: { id: importId } })
    if (!Array.isArray(header)) throw new Error('The header is no list')
    valueOf(await matchColumns(ctx, { importId, matching: guessMatching(header.map(String)), vault }))
    return importId
  }
  const start = async (file: Buffer) => {
    const importId = await check(file)
    valueOf(await startImport(ctx, { importId }))
    return importId
  }
  const run = (mayGoOn: () => boolean = () => true) => runImports(app.system(town.id), { vault, mayGoOn })
  const bring = async (rows: readonly FileRow[]) => {
    const importId = await start(tableFile(rows))
    await run()
    return importId
  }
  const rowsOf = (importId: string) =>
    app.owner.intakeRow.findMany({ where: { import_id: importId }, orderBy: { row_number: 'asc' } })
  const importOf = (importId: string) => app.owner.intakeImport.findUniqueOrThrow({ where: { id: importId } })
  return { town, first, second, administrator, worker, ctx, handIn, check, start, run, bring, rowsOf, importOf }
}
