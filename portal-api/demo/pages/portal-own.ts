/** The rest of a client's portal: home and changing the password. */
import type { FastifyReply } from 'fastify'
import { ruleLines } from './portal-login.ts'
import type { PortalPage } from './portal-page.ts'

export async function showHome(page: PortalPage): Promise<FastifyReply> {
  if (!page.visit.tokens) return page.go('/login')
  const me = await page.read('session.me', {})
  if (me.checkContactDetails) return page.go('/details?check=1')
  return page.show('home', { me, now: page.now() })
}

async function rules(page: PortalPage): Promise<string[]> {
  const { password } = await page.portal()
  return ruleLines(password, (word, params) => page.word(word, params))
}

export async function showChangePassword(page: PortalPage): Promise<FastifyReply> {
  if (!page.visit.tokens) return page.go('/login')
  return page.show('change-password', { rules: await rules(page), differ: false })
}

export async function changePassword(page: PortalPage): Promise<FastifyReply> {
  const { currentPassword = '', newPassword = '', repeatPassword = '', requestId } = page.form
  if (newPassword !== repeatPassword) return page.show('change-password', { rules: await rules(page), differ: true })
  const answer = await page.call('session.change-password', { body: { currentPassword, newPassword }, requestId })
  if (!answer.ok) return page.show('change-password', { rules: await rules(page), differ: false }, answer.problem)
  page.say('passwordChanged')
  return page.go()
}
