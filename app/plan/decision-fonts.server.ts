import bold from '#app/plan/fonts/Figtree-Bold.ttf?inline'
import regular from '#app/plan/fonts/Figtree-Regular.ttf?inline'

/** The typeface of the portal with all letters of Latvian, inside the program: a PDF must carry its own. */
export const decisionFonts = { regular: fileOf(regular), bold: fileOf(bold) }

function fileOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
}
