import type { DocumentMessages } from '../document-messages.ts';
import { errors } from './errors.ts';

/** Vietnamese for what can go wrong with a document. */
export const documentErrors: DocumentMessages['errors'] = {
  ...errors,
  'file-unsupported': {
    title: 'Không đọc được tệp này',
    body: 'Hãy chọn ảnh JPEG, PNG hoặc WebP, hoặc chụp bằng máy ảnh.',
  },
  'file-too-large': { title: 'Tệp này quá lớn', body: 'Hãy chọn ảnh nhỏ hơn, hoặc chụp bằng máy ảnh.' },
  'file-damaged': {
    title: 'Tệp này không đầy đủ',
    body: 'Tệp bị thiếu một phần. Hãy chọn lại, hoặc chụp ảnh.',
  },
  'image-too-small': {
    title: 'Ảnh quá nhỏ',
    body: 'Không đọc được chữ in. Hãy chọn ảnh lớn hơn, hoặc chụp ảnh mới.',
  },
  'document-not-found': {
    title: 'Không có giấy tờ trong ảnh',
    body: 'Ảnh phải có toàn bộ giấy tờ, đặt phẳng và đủ bốn góc.',
  },
  'document-wrong-side': {
    title: 'Đây là mặt kia',
    body: 'Hãy lật giấy tờ rồi thử lại.',
  },
  'document-unsupported': {
    title: 'Giấy tờ này không được chấp nhận',
    body: 'Hãy thử lại với giấy tờ bạn đã chọn, hoặc chọn loại khác.',
  },
  'handover-expired': {
    title: 'Liên kết này đã hết hạn',
    body: 'Hãy tạo liên kết mới và mở trên điện thoại của bạn.',
  },
  'handover-claimed': {
    title: 'Liên kết này đã được dùng',
    body: 'Liên kết chỉ mở được một lần. Hãy tạo liên kết mới trên máy tính, và từ chối ở đó điện thoại không phải của bạn.',
  },
  'handover-ended': {
    title: 'Hãy tiếp tục trên máy tính',
    body: 'Việc kiểm tra đã được đưa về đó, hoặc thời gian trên điện thoại này đã hết. Liên kết mới sẽ đưa việc kiểm tra trở lại đây.',
  },
  'permission-denied': {
    title: 'Chưa được phép dùng máy ảnh',
    body: 'Cần máy ảnh để chụp giấy tờ của bạn.',
  },
  'upload-rejected': { title: 'Ảnh chưa đến nơi', body: 'Hãy thử lại để chụp và gửi ảnh mới.' },
  'attempt-timeout': {
    title: 'Hãy thử lại lần nữa',
    body: 'Đã mất nhiều thời gian hơn thường lệ. Hãy đặt giấy tờ phẳng ở nơi đủ sáng.',
  },
  'processing-timeout': {
    title: 'Lâu hơn thường lệ',
    body: 'Ảnh của bạn đã đến nơi và vẫn đang được kiểm tra. Bạn có thể thử lại sau giây lát.',
  },
  'verification-failed': {
    title: 'Chưa thực hiện được',
    body: 'Hãy đặt giấy tờ phẳng, dưới ánh sáng tốt và đều.',
  },
  aborted: { title: 'Đã dừng chụp giấy tờ', body: 'Máy ảnh đã tắt và không có gì được gửi đi.' },
};
