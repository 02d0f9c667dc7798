/** The rest of a client's portal: home and changing the password. */
import type { FastifyReply } from 'fastify'
import type { Panel } from '../../../shared/domain/portal-profile.ts'
import { ruleLines } from './portal-login.ts'
import type { PortalPage } from './portal-page.ts'
import { shownQuestion } from './portal-projects.ts'

export async function showHome(page: PortalPage): Promise<FastifyReply> {
  if (!page.visit.tokens) return page.go('/login')
  const me = await page.read('session.me', {})
  page.visit.panels = me.panels
  if (me.invitation) return page.go('/notifications')
  if (me.checkContactDetails) return page.go('/details?check=1')
  const open = (panel: Panel) => me.panels.includes(panel)
  const unread = open('notifications') ? (await page.read('notifications.list', {})).unread : 0
  const correspondence = open('project-questions')
    ? (await page.read('project-questions.correspondence', {})).rows.map((row) => shownQuestion(page, row))
    : null
  return page.show('home', { me, now: page.now(), unread, correspondence })
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
