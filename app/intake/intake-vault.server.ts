import { z } from 'zod'
import { deriveKey, keyedHash } from '#app/people/derive-key.server.ts'
import type { PersonalCodeVault } from '#app/people/personal-code-vault.server.ts'
import { openPersonalCodeVault } from '#app/people/personal-code-vault.server.ts'
import { openText, sealText } from '#app/people/seal-text.server.ts'

type RowAddress = { importId: string; rowNumber: number }

/** Keeps the rows of imports sealed: they hold personal codes, names and words about health. */
export type IntakeVault = {
  seal(address: RowAddress, cells: readonly string[]): Uint8Array<ArrayBuffer>
  /** The cells again. Throws when they belong to another row or were sealed with another secret. */
  open(address: RowAddress, sealed: Uint8Array): string[]
  /** What rows of one group have in common, without telling whose. */
  groupHash(importId: string, mark: string): Uint8Array<ArrayBuffer>
  codes: PersonalCodeVault
}

const cellsSchema = z.array(z.string())

export function openIntakeVault({ secretKey }: { secretKey: Uint8Array }): IntakeVault {
  const cellKey = deriveKey(secretKey, 'intake-cells')
  const groupKey = deriveKey(secretKey, 'intake-groups')
  const boundTo = ({ importId, rowNumber }: RowAddress) => `${importId}:${rowNumber}`
  return {
    seal: (address, cells) => sealText(cellKey, JSON.stringify(cells), boundTo(address)),
    open: (address, sealed) => cellsSchema.parse(JSON.parse(openText(cellKey, sealed, boundTo(address)))),
    groupHash: (importId, mark) => keyedHash(groupKey, `${importId}:${mark}`),
    codes: openPersonalCodeVault({ secretKey }),
  }
}
