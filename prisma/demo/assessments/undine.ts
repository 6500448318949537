import type { DemoAssessment } from './demo-assessment.ts'

/** Undīne: two of three experts have handed in; one is late. */
export const undine: DemoAssessment = {
  child: 'undine',
  wishes: [
    'Lai Undīne pati izvēlas, ko darīt pēc skolas.',
    'Lai viņa kopā ar klasi var aizbraukt ekskursijā.',
    'Lai mugura vakaros tik ļoti nesāp.',
  ],
  experts: [
    {
      key: 'uldis',
      profession: 'rehabilitation_physician',
      isLead: true,
      strengths: 'Undīne skaidri pasaka, ko grib un kas sāp.',
      needs: 'Sāpes pēc garas sēdēšanas; jāpārskata ratiņkrēsla sēdeklis.',
      conclusion: 'Vajadzīga fizioterapija sāpju mazināšanai un sēdēšanas pārskatīšana.',
      findings: [
        { code: 'd4', qualifier: 3, strength: 'Ratiņkrēslu vada pati.', need: 'Pārsēsties vajag palīdzību.' },
        { code: 'b2', qualifier: 2, need: 'Muguras sāpes vakaros.' },
        { code: 'b7', qualifier: 3, need: 'Augsts muskuļu sasprindzinājums.' },
      ],
      order: [],
    },
    {
      key: 'ginters',
      profession: 'ergotherapist',
      strengths: 'Raksta, zīmē un strādā ar planšeti.',
      needs: 'Mājās virtuves darba virsma ir par augstu.',
      conclusion: 'Pielāgot darba vietu mājās un klasē; trenēt pārsēšanos.',
      findings: [
        { code: 'd5', qualifier: 2, strength: 'Ēd un ķemmējas pati.', need: 'Mazgājoties vajag palīdzību.' },
        { code: 'd8', qualifier: 1, strength: 'Mācās savas klases programmā.', need: 'Vajag zemāku galdu.' },
      ],
      order: [],
    },
  ],
  goals: [],
  services: [],
}
