import type { SharedErrorMessages } from '../messages.ts';

/** Chinese in simplified characters, for what can go wrong whatever is captured. */
export const errors: SharedErrorMessages = {
  'unsupported-browser': {
    title: '此浏览器无法使用',
    body: '请用新版 Chrome、Edge、Firefox 或 Safari 打开本页。',
  },
  'insecure-context': {
    title: '此页面不安全',
    body: '摄像头只能在安全的页面上使用。请用以 https:// 开头的网址打开本页。',
  },
  'permissions-policy-blocked': {
    title: '此处禁止使用摄像头',
    body: '本页没有设置为可以使用摄像头。请告知本页的运营方。',
  },
  'in-app-browser': {
    title: '请在浏览器中打开',
    body: '在此应用内无法使用摄像头。请从应用的菜单选择用 Chrome 或 Safari 打开本页。',
  },
  'permission-dismissed': {
    title: '仍需要使用摄像头',
    body: '您还没有作出选择，询问就关闭了。请重试，并选择“允许”。',
  },
  'no-camera': {
    title: '未找到摄像头',
    body: '请连接摄像头，或在手机上打开本页。',
  },
  'camera-in-use': {
    title: '摄像头正在被使用',
    body: '其他应用或标签页正在使用摄像头。请将其关闭，然后重试。',
  },
  'camera-overconstrained': {
    title: '此摄像头不适用',
    body: '请重试，或选择其他摄像头。',
  },
  'camera-lost': {
    title: '摄像头已断开',
    body: '摄像头已被拔出或关闭。请重新连接，然后再试一次。',
  },
  'camera-muted': {
    title: '摄像头已暂停',
    body: '其他应用或隐私开关停止了画面。请重新开启，然后重试。',
  },
  'asset-load-failed': {
    title: '未能全部加载',
    body: '请检查网络连接，然后重试。',
  },
  'asset-integrity-failed': {
    title: '未能正确加载',
    body: '有一个文件与预期不符，因此没有使用。请稍后重试。',
  },
  'backend-init-failed': {
    title: '无法在这里运行',
    body: '此设备或浏览器无法启动核验。换一个浏览器或许可以。',
  },
  'gpu-context-lost': { title: '出现了中断', body: '请重试。' },
  'token-invalid': {
    title: '无法打开此次核验',
    body: '请回到您来的地方，重新开始。',
  },
  'token-expired': { title: '此链接已过期', body: '请重试，以使用新链接继续。' },
  'session-not-found': {
    title: '此次核验已不存在',
    body: '请回到您来的地方，重新开始。',
  },
  'rate-limited': { title: '请稍作停顿', body: '短时间内尝试次数过多。请稍等片刻，然后重试。' },
  network: { title: '没有连接', body: '无法连接到服务。请检查网络连接，然后重试。' },
  offline: { title: '您已离线', body: '请连接互联网，然后重试。' },
  server: { title: '服务出现问题', body: '这不是您的问题。请稍后重试。' },
  'invalid-response': { title: '服务出现问题', body: '这不是您的问题。请稍后重试。' },
  'consent-declined': { title: '没有发送任何内容', body: '未经您同意，核验不会开始。' },
  'attempts-exhausted': {
    title: '已没有尝试次数',
    body: '这次未能确认。还有其他办法：请询问让您来到这里的机构。',
  },
  internal: { title: '出了点问题', body: '这不是您的问题。请重试。' },
};
