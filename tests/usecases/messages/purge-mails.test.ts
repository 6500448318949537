import { expect, test } from 'vitest'
import { purgeOldMails } from '#app/messages/purge-mails.server.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

test('a mail is forgotten after a month, but never while it waits', async () => {
  const mail = (state: 'sent' | 'kept' | 'queued', queued_at: string) => ({
    to_address: 'vecaks@example.invalid',
    subject: 'Nodarbība',
    text_body: '',
    html_body: '',
    state,
    queued_at: new Date(queued_at),
    dedupe_key: `${state} ${queued_at}`,
  })
  await app.owner.mail.createMany({
    data: [
      mail('sent', '2026-10-25T09:59:59Z'),
      mail('kept', '2026-10-25T09:59:59Z'),
      mail('queued', '2026-10-25T09:59:59Z'),
      mail('sent', '2026-10-25T10:00:00Z'),
    ],
  })

  await purgeOldMails(app)

  const left = await app.owner.mail.findMany({ select: { dedupe_key: true }, orderBy: { queued_at: 'asc' } })
  expect(left.map((row) => row.dedupe_key)).toEqual(['queued 2026-10-25T09:59:59Z', 'sent 2026-10-25T10:00:00Z'])
})
