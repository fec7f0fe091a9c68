export { noteUnread, unreadWords, useUnread } from './unread'
