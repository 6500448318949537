import type { DemoAssessment } from './demo-assessment.ts'

/** Made: the services are proposed, and her two parents read, ask and put them in order. */
export const made: DemoAssessment = {
  child: 'made',
  wishes: [
    'Lai Made mierīgi paēd pusdienas kopā ar citiem bērniem.',
    'Lai viņa pati apģērbjas no rīta un mēs nekavējam dārziņu.',
    'Lai viņai ir viens draugs, ar ko spēlēties.',
  ],
  experts: [
    {
      key: 'uldis',
      profession: 'rehabilitation_physician',
      isLead: true,
      strengths: 'Made ir zinātkāra, labi atceras maršrutus un dziesmas.',
      needs: 'Pārāk skaļā vai spilgtā telpā Made pārstāj runāt un dodas projām.',
      conclusion:
        'Veselības stāvoklis stabils. Galvenā grūtība ir maņu pārslodze, kas traucē ēst, ģērbties un rotaļāties kopā ar citiem.',
      findings: [
        {
          code: 'd2',
          qualifier: 3,
          strength: 'Vienu pazīstamu darbu pabeidz līdz galam.',
          need: 'Rīta darbu secību viena nenotur.',
        },
        {
          code: 'd5',
          qualifier: 2,
          strength: 'Zeķes un kurpes uzvelk pati.',
          need: 'Pogas un rāvējslēdzēji vēl neizdodas.',
        },
        { code: 'b1', qualifier: 2, need: 'Uzmanību noturēt palīdz klusa telpa.' },
      ],
      order: [['ergotherapist-at-home'], ['art-therapy'], ['theraplay'], ['psychologist-for-parents'], ['assistant']],
    },
    {
      key: 'ginters',
      profession: 'ergotherapist',
      strengths: 'Made labprāt atkārto darbības pēc attēlu kartītēm.',
      needs: 'Vajadzīgs paredzams dienas ritms un vieta, kur nomierināties.',
      conclusion: 'Mājās trenēt ģērbšanos un ēšanu mazos soļos; bērnudārzā iekārtot klusuma stūri.',
      findings: [
        { code: 'd5', qualifier: 2, strength: 'Ar karoti ēd droši.', need: 'Ģērbjoties vajag atgādinājumus.' },
        { code: 'd4', qualifier: 1, strength: 'Skrien, rāpjas, lec.', need: 'Ar šķērēm vēl nedroša.' },
      ],
      order: [['ergotherapist-at-home'], ['theraplay'], ['art-therapy'], ['assistant'], ['psychologist-for-parents']],
    },
    {
      key: 'ausma',
      profession: 'psychologist',
      strengths: 'Ar vecākiem Made ir sirsnīga un meklē kontaktu.',
      needs: 'Ar vienaudžiem pagaidām rotaļājas blakus, nevis kopā.',
      conclusion: 'Sākt ar rotaļām pa divām; vecākiem vajadzīgs atbalsts, kā palīdzēt pārslodzes brīžos.',
      findings: [
        {
          code: 'd7',
          qualifier: 3,
          strength: 'Uzticas mammai un tētim.',
          need: 'Vienaudžu rotaļā vajag pieaugušā palīdzību.',
        },
        { code: 'd3', qualifier: 2, strength: 'Saprot teikto.', need: 'Satraukumā nerunā; palīdz kartītes.' },
      ],
      order: [['theraplay'], ['ergotherapist-at-home'], ['art-therapy', 'psychologist-for-parents'], ['assistant']],
    },
  ],
  goals: [
    { horizon: 'long_term', text: 'Gada laikā Made ēdienreizes bērnudārzā pavada kopā ar grupu.', serves: 0 },
    { horizon: 'long_term', text: 'Gada laikā Made no rīta apģērbjas pati, skatoties kartītēs.', serves: 1 },
    { horizon: 'long_term', text: 'Gada laikā Made iesaistās rotaļā ar vienu bērnu.', serves: 2 },
    {
      horizon: 'short_term',
      text: 'Pusgada beigās Made pie grupas galda ēd desmit minūtes.',
      serves: 0,
      weight: 2,
      baseline: -1,
      levels: [
        'Ēd tikai citā telpā.',
        'Pie galda pavada līdz trim minūtēm.',
        'Pie galda ēd desmit minūtes.',
        'Pie galda paliek visu ēdienreizi ar austiņām.',
        'Pie galda paliek visu ēdienreizi bez austiņām.',
      ],
    },
    {
      horizon: 'short_term',
      text: 'Pusgada beigās Made pati uzvelk četrus apģērba gabalus no pieciem.',
      serves: 1,
      weight: 1,
      baseline: -2,
      levels: [
        'Uzvelk vienu vai divus.',
        'Uzvelk trīs ar atgādinājumu.',
        'Uzvelk četrus ar kartītēm.',
        'Uzvelk visus piecus ar kartītēm.',
        'Apģērbjas viena, bez kartītēm.',
      ],
    },
    {
      horizon: 'short_term',
      text: 'Pusgada beigās Made piecas minūtes rotaļājas kopā ar vienu bērnu.',
      serves: 2,
      weight: 1,
      baseline: -2,
      levels: [
        'Rotaļājas tikai viena.',
        'Rotaļājas blakus.',
        'Piecas minūtes rotaļājas kopā, pieaugušais blakus.',
        'Desmit minūtes rotaļājas kopā.',
        'Pati aicina otru bērnu rotaļāties.',
      ],
    },
  ],
  services: [
    {
      service: 'ergotherapist-at-home',
      units: 24,
      minimum: 8,
      perWeek: 1,
      mode: 'at_home',
      reason: {
        lv: 'Ģērbšanos un ēšanu Made vislabāk apgūst savās mājās, savā ritmā.',
        en: 'Made learns to dress and to eat best in her own home and at her own pace.',
      },
      goals: [3, 4],
    },
    {
      service: 'theraplay',
      units: 16,
      minimum: 8,
      perWeek: 1,
      reason: {
        lv: 'Rotaļā ar vecākiem Made mācās būt kopā ar otru un nomierināties.',
        en: 'In play with her parents Made learns to be with another and to calm down.',
      },
      goals: [5],
    },
    {
      service: 'art-therapy',
      units: 20,
      minimum: 6,
      perWeek: 1,
      reason: {
        lv: 'Zīmējot Made izsaka to, ko satraukumā nespēj pateikt.',
        en: 'In drawing Made says what she cannot put into words when upset.',
      },
      goals: [5],
    },
    {
      service: 'psychologist-for-parents',
      units: 8,
      minimum: 4,
      reason: {
        lv: 'Vecākiem vajag paņēmienus pārslodzes brīžiem un laiku sarunai.',
        en: 'The parents need ways to help in moments of overload, and time to talk.',
      },
      goals: [3, 5],
    },
    {
      service: 'assistant',
      units: 120,
      minimum: 30,
      perWeek: 2,
      reason: {
        lv: 'Divus vakarus nedēļā asistents palīdz Madei ārpus mājām, un vecākiem atliek laiks atpūtai.',
        en: 'On two evenings a week an assistant helps Made outside the home, and her parents can rest.',
      },
      goals: [4],
    },
  ],
  covered: [
    {
      service: 'speech-therapist',
      payer: { lv: 'Bērnudārza logopēds, maksā izglītības iestāde', en: 'Paid by the kindergarten' },
    },
  ],
  proposalReason: 'Mākslas terapija jāsāk pirms Theraplay: brīvs laiks pie terapeites ir tikai šajā pusgadā.',
  parentOrder: [['assistant'], ['ergotherapist-at-home'], ['psychologist-for-parents'], ['theraplay'], ['art-therapy']],
}
