/** What the types of pdfkit leave out: the entries of a structure element, where a header cell says what it heads. */
declare namespace PDFKit {
  interface PDFStructureElement {
    dictionary: { data: Record<string, unknown> }
  }
}
