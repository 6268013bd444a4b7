"""What is read without a kernel: pages, and sheets to print."""
