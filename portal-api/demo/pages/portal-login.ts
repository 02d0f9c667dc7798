/** Logging in to a portal, step by step as its manual shows, a forgotten password, and logging out. */
import type { FastifyReply } from 'fastify'
import type { PasswordRules } from '../../../shared/domain/portal-profile.ts'
import { DEMO_PASSWORD, DEMO_PORTAL_USERS, FIRST_PASSWORD, TRUSTED_DEVICE_TOKEN } from '../accounts.ts'
import type { PortalPage } from './portal-page.ts'
import type { Word } from './words.ts'

/** The rules of a password as a list that a person can follow. */
export function ruleLines(
  rules: PasswordRules,
  word: (word: Word, params?: Record<string, string | number>) => string,
): string[] {
  return [
    word('ruleLength', { count: rules.minLength }),
    ...(rules.lower ? [word('ruleLower')] : []),
    ...(rules.upper ? [word('ruleUpper')] : []),
    ...(rules.digit ? [word('ruleDigit')] : []),
    ...(rules.special ? [word('ruleSpecial')] : []),
    ...(rules.forbidden ? [word('ruleForbidden', { characters: rules.forbidden })] : []),
    ...(rules.history > 0 ? [word('ruleHistory', { count: rules.history })] : []),
  ]
}

/** Accounts to try at this portal. */
function tries(page: PortalPage) {
  return DEMO_PORTAL_USERS.filter((user) => user.provider === page.provider).map((user) => ({
    ...user,
    password: user.state === 'first-login' ? FIRST_PASSWORD : DEMO_PASSWORD,
  }))
}

export async function showLogin(page: PortalPage): Promise<FastifyReply> {
  return page.show('login', { userName: '', tries: tries(page) })
}

export async function login(page: PortalPage): Promise<FastifyReply> {
  const { userName = '', password = '', organisation } = page.form
  page.visit.userName = userName
  const deviceToken = page.deviceToken(userName)
  const answer = await page.open('session.login', {
    params: { provider: page.provider },
    body: {
      userName,
      password,
      ...(organisation === undefined ? {} : { organisation }),
      ...(deviceToken === undefined ? {} : { deviceToken }),
      deviceLabel: deviceLabel(page.request.headers['user-agent'] ?? ''),
    },
  })
  if (!answer.ok) return page.show('login', { userName, tries: tries(page) }, answer.problem)
  return page.follow(answer.value)
}

/** `Chromium op Linux`: what a person recognises of the browser they sat at. */
export function deviceLabel(userAgent: string): string {
  const browser = /Firefox/.test(userAgent)
    ? 'Firefox'
    : /Edg\//.test(userAgent)
      ? 'Edge'
      : /Chrom/.test(userAgent)
        ? 'Chrome'
        : 'Safari'
  const systems = [
    ['Android', /Android/],
    ['iPhone', /iPhone/],
    ['iPad', /iPad/],
    ['Windows', /Windows/],
    ['macOS', /Macintosh/],
    ['Linux', /Linux/],
  ] as const
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0]
  return system ? `${browser} op ${system}` : 'Browser'
}

export async function showDevice(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  if (pending?.step !== 'verify-device') return page.go('/login')
  return page.show('device', { sentTo: pending.sentTo, resendAt: pending.resendAt })
}

export async function verifyDevice(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  if (pending?.step !== 'verify-device') return page.go('/login')
  const code = (page.form['code'] ?? '').replace(/\s/g, '')
  const answer = await page.open('session.verify-device', {
    params: { provider: page.provider },
    body: { ticket: pending.ticket, code },
  })
  if (answer.ok) return page.follow(answer.value)
  if (answer.problem.code !== 'ticket-expired')
    return page.show('device', { sentTo: pending.sentTo, resendAt: pending.resendAt }, answer.problem)
  page.visit.pending = null
  page.complain(answer.problem)
  return page.go('/login')
}

export async function resendCode(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  if (pending?.step !== 'verify-device') return page.go('/login')
  const answer = await page.open('session.resend-code', { params: { provider: page.provider }, body: { ticket: pending.ticket } })
  if (answer.ok) {
    page.visit.pending = { ...pending, resendAt: answer.value.resendAt }
    page.say('codeSent')
  } else {
    page.complain(answer.problem)
  }
  return page.go('/device')
}

export async function showPassword(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  if (pending?.step !== 'choose-password') return page.go('/login')
  return page.show('password', {
    rules: ruleLines(pending.rules, (word, params) => page.word(word, params)),
    userName: pending.userName,
    differ: false,
  })
}

export async function choosePassword(page: PortalPage): Promise<FastifyReply> {
  const { pending } = page.visit
  if (pending?.step !== 'choose-password') return page.go('/login')
  const { newPassword = '', repeatPassword = '', userName } = page.form
  const again = {
    rules: ruleLines(pending.rules, (word, params) => page.word(word, params)),
    userName: userName ?? pending.userName,
  }
  if (newPassword !== repeatPassword) return page.show('password', { ...again, differ: true })
  const answer = await page.open('session.choose-password', {
    params: { provider: page.provider },
    body: {
      ticket: pending.ticket,
      newPassword,
      ...(pending.userName !== null && userName && userName !== pending.userName ? { userName } : {}),
    },
  })
  if (!answer.ok) return page.show('password', { ...again, differ: false }, answer.problem)
  if (pending.userName !== null && userName) page.visit.userName = userName
  return page.follow(answer.value)
}

export async function showForgot(page: PortalPage): Promise<FastifyReply> {
  return page.show('forgot')
}

export async function forgot(page: PortalPage): Promise<FastifyReply> {
  const { userName = '', email = '' } = page.form
  const answer = await page.open('session.forgot-password', { params: { provider: page.provider }, body: { userName, email } })
  if (!answer.ok) return page.show('forgot', {}, answer.problem)
  page.say('forgotDone')
  return page.go('/login')
}

export async function showReset(page: PortalPage): Promise<FastifyReply> {
  const { password } = await page.portal()
  return page.show('reset', { rules: ruleLines(password, (word, params) => page.word(word, params)), differ: false })
}

export async function reset(page: PortalPage): Promise<FastifyReply> {
  const { link = '', userName = '', newPassword = '', repeatPassword = '' } = page.form
  const { password } = await page.portal()
  const again = { rules: ruleLines(password, (word, params) => page.word(word, params)), link, userName }
  if (newPassword !== repeatPassword) return page.show('reset', { ...again, differ: true })
  const answer = await page.open('session.reset-password', {
    params: { provider: page.provider },
    body: { link, userName, newPassword },
  })
  if (!answer.ok) return page.show('reset', { ...again, differ: false }, answer.problem)
  page.say('resetDone')
  return page.go('/login')
}

export async function logout(page: PortalPage): Promise<FastifyReply> {
  const { tokens } = page.visit
  if (tokens) await page.open('session.logout', { body: { refreshToken: tokens.refreshToken } })
  page.visit.tokens = null
  page.visit.pending = null
  page.say('loggedOut')
  return page.go('/login')
}

/** Makes this browser the device that the demo trusts beforehand. */
export async function useTrustedDevice(page: PortalPage): Promise<FastifyReply> {
  const user = DEMO_PORTAL_USERS.find((one) => one.provider === page.provider && one.state === 'trusted-device')
  if (user) {
    page.keepDevice(user.userName, TRUSTED_DEVICE_TOKEN)
    page.say('deviceUsed', { name: user.name })
  }
  return page.go('/login')
}
