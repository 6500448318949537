import { expect, test } from 'vitest'
import { localPath } from '#app/platform/http/local-path.ts'

test.each(['/', '/family/1?day=2', '/a//b'])('%s leads somewhere on this server', (path) => {
  expect(localPath(path)).toBe(path)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'family',
  '',
  `/${'a'.repeat(2_001)}`,
  null,
  undefined,
  7,
])('%j leads nowhere', (claim) => {
  expect(localPath(claim)).toBeNull()
})
