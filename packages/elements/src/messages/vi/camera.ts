import type { CameraMessages } from '../messages.ts';

/** Vietnamese for what every element with a camera says. */
export const camera: CameraMessages = {
  assist: {
    toggle: 'Hướng dẫn tôi từng bước',
    on: 'Âm thanh, rung, chữ lớn hơn, thêm thời gian và nút chụp ảnh.',
    voice: 'Hướng dẫn bằng giọng nói',
    voiceHint: 'Hãy tắt nếu trình đọc màn hình đang đọc cho bạn.',
  },
  permission: {
    title: 'Cho phép dùng máy ảnh',
    body: 'Trình duyệt đang hỏi quyền. Hãy chọn “Cho phép” để tiếp tục.',
  },
  permissionSteps: [
    'Mở phần cài đặt trang web: biểu tượng bên cạnh địa chỉ của trang này.',
    'Đặt “Máy ảnh” thành “Cho phép”.',
    'Quay lại đây và thử lại.',
  ],
  loading: { title: 'Đang chuẩn bị', body: 'Việc kiểm tra đang được chuẩn bị trên thiết bị của bạn.' },
  cameraSelect: 'Máy ảnh',
  cameraUnnamed: 'Máy ảnh {number}',
  offline: 'Bạn đang mất mạng. Sẽ tiếp tục ngay khi có mạng trở lại.',
  progress: 'Xong {percent}',
};
