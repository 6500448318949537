/** What SEPA messages may contain: Latin letters, digits, space and / - ? : ( ) . , ' +. Source: facts.md d5. */
const sepaText = /^[A-Za-z0-9/\-?:().,'+ ]*$/

export function isSepaText(text: string): boolean {
  return sepaText.test(text)
}

/**
 * Writes a text in the SEPA character set: letters lose their accents (ā becomes a, ķ becomes k), quotes, dashes and
 * the like become their plain kin, anything else becomes a full stop. Runs of white space become one space, and the
 * text is cut to `maxLength`. The same text always gives the same result.
 */
export function toSepaText(text: string, maxLength: number): string {
  const plain = [...text.normalize('NFD').replaceAll(/\p{Mark}/gu, '')].map(toPlain).join('')
  return plain.replaceAll(/\s+/g, ' ').trim().slice(0, maxLength).trim()
}

function toPlain(character: string): string {
  if (isSepaText(character) || /\s/.test(character)) return character
  return kin[character] ?? '.'
}

const kin: Record<string, string> = {
  '„': "'",
  '“': "'",
  '”': "'",
  '"': "'",
  '«': "'",
  '»': "'",
  '‘': "'",
  '’': "'",
  '‚': "'",
  '`': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  _: '-',
  '…': '...',
  '&': '+',
  ';': ',',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '\\': '/',
  '|': '/',
  '!': '.',
  '@': '(at)',
  '€': 'EUR',
  '№': 'Nr.',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ı: 'i',
}
