import type { CSSProperties } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** What a mail says, in the recipient's language. */
export type MailText = {
  locale: 'lv' | 'en'
  subject: string
  greeting: string
  paragraphs: readonly string[]
  facts?: readonly { label: string; value: string }[]
  action?: { label: string; href: string }
  /** Small print: why this mail came. */
  closing: string
}

const ink = '#1c2b29'
const muted = '#55615d'
const accent = '#0e5550'
const styles = {
  body: {
    margin: 0,
    padding: '24px 12px',
    background: '#f8f5ef',
    color: ink,
    fontFamily: 'Figtree, Segoe UI, Helvetica, Arial, sans-serif',
  },
  card: {
    maxWidth: '560px',
    margin: '0 auto',
    padding: '32px',
    background: '#fffdfa',
    border: '1px solid #e3dccf',
    borderRadius: '20px',
  },
  brand: { margin: '0 0 24px', color: accent, fontSize: '18px', fontWeight: 700 },
  title: { margin: '0 0 16px', fontSize: '24px', lineHeight: 1.25 },
  text: { margin: '0 0 16px', fontSize: '17px', lineHeight: 1.55 },
  facts: { width: '100%', margin: '0 0 20px', borderCollapse: 'collapse', fontSize: '17px' },
  label: {
    padding: '8px 16px 8px 0',
    borderTop: '1px solid #e3dccf',
    color: muted,
    textAlign: 'left',
    fontWeight: 400,
    verticalAlign: 'top',
  },
  value: { padding: '8px 0', borderTop: '1px solid #e3dccf', fontWeight: 600 },
  button: {
    display: 'inline-block',
    padding: '13px 22px',
    borderRadius: '12px',
    background: accent,
    color: '#ffffff',
    fontSize: '17px',
    fontWeight: 600,
    textDecoration: 'none',
  },
  closing: { margin: '24px 0 0', color: muted, fontSize: '14px', lineHeight: 1.5 },
} as const satisfies Record<string, CSSProperties>

function MailPage({ mail }: { mail: MailText }) {
  return (
    <html lang={mail.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{mail.subject}</title>
      </head>
      <body style={styles.body}>
        <div style={styles.card}>
          <p style={styles.brand}>Atspaids</p>
          <h1 style={styles.title}>{mail.subject}</h1>
          <p style={styles.text}>{mail.greeting}</p>
          {mail.paragraphs.map((paragraph) => (
            <p key={paragraph} style={styles.text}>
              {paragraph}
            </p>
          ))}
          {mail.facts === undefined ? null : (
            <table style={styles.facts}>
              <tbody>
                {mail.facts.map(({ label, value }) => (
                  <tr key={label}>
                    <th scope="row" style={styles.label}>
                      {label}
                    </th>
                    <td style={styles.value}>{value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {mail.action === undefined ? null : (
            <p style={styles.text}>
              <a href={mail.action.href} style={styles.button}>
                {mail.action.label}
              </a>
            </p>
          )}
          <p style={styles.closing}>{mail.closing}</p>
        </div>
      </body>
    </html>
  )
}

/** The two bodies of a mail: for programs that show pages, and for those that show plain text. */
export function renderMail(mail: MailText): { subject: string; html: string; text: string } {
  const facts = mail.facts?.map(({ label, value }) => `${label}: ${value}`).join('\n')
  const action = mail.action === undefined ? undefined : `${mail.action.label}:\n${mail.action.href}`
  const parts = [mail.greeting, ...mail.paragraphs, facts, action, `-- \n${mail.closing}`]
  return {
    subject: mail.subject,
    html: `<!doctype html>${renderToStaticMarkup(<MailPage mail={mail} />)}`,
    text: `${parts.filter((part) => part !== undefined).join('\n\n')}\n`,
  }
}
