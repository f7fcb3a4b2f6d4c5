document.title = 'Sandbox';
