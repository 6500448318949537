import { inflateSync } from 'node:zlib'

/**
 * The words of a PDF once for every font in it: glyphs are numbered by font, so a text reads right through its own map
 * and as nonsense through the others.
 */
export function readPdf(pdf: Buffer): string[] {
  const streams = openStreams(pdf.toString('latin1'))
  const maps = streams.filter((stream) => stream.includes('begincmap')).map(readGlyphs)
  const pages = streams.filter((stream) => /\bBT\b/.test(stream)).join('\n')
  const glyphs = [...pages.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
  return maps.map((map) => glyphs.map((glyph) => map.get(Number.parseInt(glyph, 16)) ?? '').join(''))
}

function openStreams(raw: string): string[] {
  return [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
}

/** Glyph numbers to letters, out of ranges like `<0000> <00ff> [<0041> <0042>]`. */
function readGlyphs(map: string): Map<number, string> {
  const ranges = map.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)
  return new Map(
    [...ranges].flatMap(([, first = '', letters = '']) =>
      [...letters.matchAll(/<([0-9a-f\s]*)>/gi)].map(([, hex = ''], index): [number, string] => [
        Number.parseInt(first, 16) + index,
        (hex.replaceAll(/\s/g, '').match(/.{4}/g) ?? [])
          .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
          .join(''),
      ]),
    ),
  )
}
