/** Messages of the system. The core sees to it that they name nobody. */
import { Notification } from 'electron'
import type { NotificationPort } from '../../core/ports.ts'

export function createSystemNotification(): NotificationPort {
  return {
    available: Notification.isSupported(),
    show(message) {
      if (Notification.isSupported()) new Notification(message).show()
    },
  }
}
