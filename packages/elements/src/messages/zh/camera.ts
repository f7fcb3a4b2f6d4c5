import type { CameraMessages } from '../messages.ts';

/** Chinese in simplified characters, for what every element with a camera says. */
export const camera: CameraMessages = {
  assist: {
    toggle: '请协助我完成',
    on: '声音、振动、更大的文字、更多时间，以及拍照按钮。',
    voice: '语音指引',
    voiceHint: '如果屏幕阅读器正在为您朗读，请关闭此项。',
  },
  permission: {
    title: '请允许使用摄像头',
    body: '浏览器正在请求您的许可。请选择“允许”以继续。',
  },
  permissionSteps: ['打开网站设置：点击本页网址旁边的图标。', '将“摄像头”设为“允许”。', '回到这里，然后重试。'],
  loading: { title: '正在准备', body: '正在您的设备上准备核验。' },
  cameraSelect: '摄像头',
  cameraUnnamed: '摄像头 {number}',
  offline: '您已离线。网络恢复后会立即继续。',
  progress: '已完成 {percent}',
};
