"""One epoch of a 784-128-10 network on 10,000 images in PyTorch, from the start of Python: the peer of the row `cold`."""

import sys

import torch

threads = int(sys.argv[1])
images, pixels, classes, batch, rate = 10_000, 784, 10, 64, 0.1

torch.set_num_threads(threads)
x = (torch.arange(images * pixels, dtype=torch.int64).mul_(40503).bitwise_and_(255) / 256).reshape(images, pixels)
labels = torch.arange(images) % classes
model = torch.nn.Sequential(
    torch.nn.Linear(pixels, 128), torch.nn.ReLU(), torch.nn.Linear(128, classes)
)
optimizer = torch.optim.SGD(model.parameters(), lr=rate)
loss_function = torch.nn.CrossEntropyLoss()
order = torch.randperm(images)
total = 0.0
for start in range(0, images, batch):
    chosen = order[start : start + batch]
    optimizer.zero_grad()
    loss = loss_function(model(x[chosen]), labels[chosen])
    loss.backward()
    optimizer.step()
    total += loss.item() * len(chosen)
print("loss", total / images)
