import { isBot } from './visitor'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const ANDROID = 'Mozilla/5.0 (Linux; Android 13; 22081212C) AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  ['a call out of the mini-program', false, null],
  ['WeChat', false, `${IPHONE} Mobile/15E148 MicroMessenger/8.0.40(0x18002831) NetType/WIFI Language/zh_CN`],
  ['Safari on a phone', false, `${IPHONE} Version/17.4 Mobile/15E148 Safari/604.1`],
  ['Chrome on a phone', false, `${ANDROID} Chrome/111.0.0.0 Mobile Safari/537.36`],
  ['Quark', false, `${ANDROID} Version/4.0 Chrome/111.0.5563.116 Quark/6.3.5.332 Mobile Safari/537.36`],
  ['Feishu', false, `${IPHONE} Mobile/15E148 Lark/7.10.0 LarkLocale/zh_CN`],
  [
    'a phone named Cubot',
    false,
    'Mozilla/5.0 (Linux; Android 11; CUBOT X30) Chrome/110.0.0.0 Mobile Safari/537.36',
  ],
  ['nothing said', true, ''],
  ['Twitter’s preview', true, 'Twitterbot/1.0'],
  ['Facebook’s preview', true, 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
  ['Slack’s preview', true, 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
  ['DingTalk’s preview', true, 'Mozilla/5.0 (compatible; DingTalkBot-LinkService/1.0)'],
  [
    'Baidu’s search',
    true,
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  ],
  ['curl', true, 'curl/8.4.0'],
  ['a browser without a screen', true, `${ANDROID} HeadlessChrome/120.0.0.0 Safari/537.36`],
])('%s is a bot: %s', (_who, expected, userAgent) => {
  expect(isBot(userAgent)).toBe(expected)
})
