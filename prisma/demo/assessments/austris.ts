import type { DemoAssessment } from './demo-assessment.ts'

/** Austris: the plan is ready; the physician has signed, and others still have to. */
export const austris: DemoAssessment = {
  child: 'austris',
  wishes: ['Lai Austris droši iet pa kāpnēm skolā.', 'Lai viņš mājasdarbus izpilda bez asarām.'],
  experts: [
    {
      key: 'uldis',
      profession: 'rehabilitation_physician',
      isLead: true,
      strengths: 'Austris ir neatlaidīgs un lepojas ar saviem panākumiem.',
      needs: 'Kreisā puse ir vājāka, garāks ceļš nogurdina.',
      conclusion: 'Kustību traucējumi viegli līdz vidēji; ar regulārām nodarbībām gaidāms labs progress.',
      findings: [
        { code: 'd4', qualifier: 2, strength: 'Pa līdzenu iet pats.', need: 'Pa kāpnēm vajag atbalstu.' },
        { code: 'b7', qualifier: 2, need: 'Kreisās kājas spēks mazāks.' },
      ],
      order: [['physiotherapy'], ['pool-physiotherapy'], ['social-pedagogue'], ['transport']],
    },
    {
      key: 'zaiga',
      profession: 'physiotherapist',
      strengths: 'Labi saprot norādes, patīk ūdens.',
      needs: 'Līdzsvars un izturība.',
      conclusion: 'Trenēt kāpnes un izturību zālē un baseinā.',
      findings: [{ code: 'd4', qualifier: 2, strength: 'Turas pie margām.', need: 'Kāpj ar vienu kāju pa priekšu.' }],
      order: [['physiotherapy'], ['pool-physiotherapy'], ['transport'], ['social-pedagogue']],
    },
  ],
  goals: [
    { horizon: 'long_term', text: 'Gada laikā Austris skolas kāpnes iet pats.', serves: 0 },
    { horizon: 'long_term', text: 'Gada laikā Austris mājasdarbus sāk un pabeidz pats.', serves: 1 },
    {
      horizon: 'short_term',
      text: 'Pusgada beigās Austris uzkāpj vienu stāvu, turoties pie margām.',
      serves: 0,
      weight: 2,
      baseline: -1,
      levels: [
        'Pa kāpnēm nes vai atbalsta no abām pusēm.',
        'Uzkāpj piecus pakāpienus ar pieaugušā roku.',
        'Uzkāpj vienu stāvu, turoties pie margām.',
        'Uzkāpj un nokāpj vienu stāvu, turoties pie margām.',
        'Uzkāpj vienu stāvu bez atbalsta.',
      ],
    },
    {
      horizon: 'short_term',
      text: 'Pusgada beigās Austris piecpadsmit minūtes mācās ar vienu pārtraukumu.',
      serves: 1,
      weight: 1,
      baseline: -1,
      levels: [
        'Nesāk pat ar palīdzību.',
        'Mācās piecas minūtes blakus pieaugušajam.',
        'Mācās piecpadsmit minūtes ar vienu pārtraukumu.',
        'Mācās divdesmit minūtes.',
        'Pabeidz visus dienas darbus pats.',
      ],
    },
  ],
  services: [
    {
      service: 'physiotherapy',
      units: 26,
      minimum: 10,
      perWeek: 1,
      reason: {
        lv: 'Austrim jāstiprina kreisā kāja un līdzsvars, lai droši ietu pa kāpnēm.',
        en: 'Austris needs a stronger left leg and better balance to climb stairs safely.',
      },
      goals: [2],
    },
    {
      service: 'pool-physiotherapy',
      units: 20,
      minimum: 8,
      perWeek: 1,
      reason: {
        lv: 'Ūdenī Austris var trenēties ilgāk un ar prieku.',
        en: 'In water Austris can train for longer, and gladly.',
      },
      goals: [2],
    },
    {
      service: 'social-pedagogue',
      units: 24,
      minimum: 8,
      perWeek: 1,
      reason: {
        lv: 'Pedagogs palīdz iekārtot mācību laiku mājās un sagatavo audžuģimeni.',
        en: 'The pedagogue helps to arrange time for learning at home and prepares the foster family.',
      },
      goals: [3],
    },
    {
      service: 'transport',
      units: 200,
      minimum: 20,
      reason: {
        lv: 'Baseins ir 20 kilometru attālumā, un ģimenei nav auto.',
        en: 'The pool is 20 kilometres away, and the family has no car.',
      },
      goals: [2],
    },
  ],
  proposalReason: 'Transports vajadzīgs tikai uz baseinu, tāpēc sociālais pedagogs stāv augstāk.',
  parentOrder: [['physiotherapy'], ['social-pedagogue'], ['pool-physiotherapy'], ['transport']],
}
